import type { Expr } from "../../kernel";

/** What others need to know of storage classes. */
export interface StorageClassesRef {
  /** Names by name: to read one is to wait for its class. */
  readonly names: Expr<Readonly<Record<string, string>>>;
  /** Ids that are known when the classes are there: what claims wait for. */
  readonly ready: Expr<readonly string[]>;
}
