import type { Expr } from "../../kernel";

/** What others need to know of namespaces. */
export interface NamespacesRef {
  /** Names by name, those of existing ones too: to read one is to wait for it. */
  readonly names: Expr<Readonly<Record<string, string>>>;
  /** Ids that are known when the namespaces are there, with policies, quotas and limits: what pods wait for. */
  readonly ready: Expr<readonly string[]>;
}
