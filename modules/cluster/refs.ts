import type { Expr } from "../../kernel";

/** What others need to know of a cluster, wherever it comes from. */
export interface ClusterRef {
  /** Known as soon as the cluster exists, so reading it is to wait for it. */
  readonly name: Expr<string>;
  readonly arn: Expr<string>;
  readonly version: Expr<string>;
  readonly endpoint: Expr<string>;
  /** Base64 text. */
  readonly certificateAuthority: Expr<string>;
  /** The group that EKS makes and gives to the control plane and to managed nodes. */
  readonly securityGroupId: Expr<string>;
  /** Null where the cluster has no OIDC provider in IAM. */
  readonly oidcProviderArn: Expr<string | null>;
  /** Without `https://`, as IAM spells condition keys. */
  readonly oidcIssuer: Expr<string>;
  readonly serviceCidr: Expr<string>;
  /** Ids that are known when those whom the cluster lets in are let in. */
  readonly accessReady: Expr<readonly string[]>;
}
