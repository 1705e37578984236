import type { Data, Expr, PlatformStack } from "../../kernel";
import type { Given } from "../../kernel/handle";
import type { ClusterRef } from "../../modules/cluster/refs";
import type { NetworkRef } from "../../modules/network/refs";
import type { identityInputs } from "../../modules/workload-identity/inputs";
import type { WorkloadIdentityRef } from "../../modules/workload-identity/refs";
import type { CheckedEnvironment } from "../environment";

type Ready = Expr<readonly string[]>;

/** A running cluster and what is around it: what a part of the platform is installed into. */
export interface Place {
  readonly stack: PlatformStack;
  readonly environment: CheckedEnvironment;
  readonly network: NetworkRef;
  readonly cluster: ClusterRef;
  /** What must be there before a part: at first the API that answers, nodes that run and add-ons that work. */
  readonly ready: Ready;
}

/** The roles of the platform's own service accounts. */
export interface Identified extends Place {
  readonly identities: WorkloadIdentityRef;
}

/** What the roles of a part's service accounts may do, by a name that no other part has. */
export type PartIdentities = Readonly<Record<string, Given<Data<typeof identityInputs>>>>;

/** A part that others wait for. */
export interface Part {
  readonly ready: Ready;
}
