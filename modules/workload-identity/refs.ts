import type { Expr } from "../../kernel";

/** What others need to know of the roles of service accounts. By the identity's name. */
export interface WorkloadIdentityRef {
  readonly roleArns: Expr<Readonly<Record<string, string>>>;
  /** What a service account must say so that IRSA finds its role; empty where the method is Pod Identity. */
  readonly annotations: Expr<Readonly<Record<string, Readonly<Record<string, string>>>>>;
  /** Ids that are known when roles, permissions and associations are there: what pods wait for. */
  readonly ready: Expr<readonly string[]>;
}
