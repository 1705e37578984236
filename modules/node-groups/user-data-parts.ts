import { type Expr, tf } from "../../kernel";
import type { Groups, Inputs } from "./groups";

/** What the families' texts are made from. */
export interface UserDataParts {
  readonly inputs: Inputs;
  readonly groups: Groups;
  readonly families: Expr<Readonly<Record<string, string>>>;
}

/** Text in quotes. A null, which a precondition refuses, does not end the plan before it can. */
export function quoted(value: Expr<string | null>): Expr<string> {
  return tf<string>`jsonencode(${value})`;
}

/** The address of the cluster's DNS: EKS always takes the tenth of the service block. */
export function dnsAddress(serviceCidr: Expr<string | null>): Expr<string | null> {
  return tf<string | null>`try(cidrhost(${serviceCidr}, 10), null)`;
}
