import type { Expr } from "../../kernel";

type ByZone = Expr<Readonly<Record<string, string>>>;

/** What others need to know of a network, wherever it comes from. A tier that is off is an empty map. */
export interface NetworkRef {
  readonly vpcId: Expr<string>;
  readonly cidr: Expr<string>;
  readonly zones: Expr<readonly string[]>;
  /** Subnet ids by zone. */
  readonly publicSubnetIds: ByZone;
  readonly privateSubnetIds: ByZone;
  readonly intraSubnetIds: ByZone;
  readonly podSubnetIds: ByZone;
  readonly databaseSubnetIds: ByZone;
  /** IPv4 blocks of subnets by zone; empty where they are not known. */
  readonly publicSubnetCidrs: ByZone;
  readonly privateSubnetCidrs: ByZone;
  /** Routes and endpoints: what must be there before a node can pull an image. */
  readonly egressReady: Expr<readonly string[]>;
  /** Addresses from which private subnets reach the internet. Those of a regional NAT gateway may change. */
  readonly natPublicIps: Expr<readonly string[]>;
}
