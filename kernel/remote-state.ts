import { RawBlock } from "./block";
import { raw } from "./expression";
import type { Construct } from "./framework";
import type { Handle } from "./handle";
import { lower } from "./lower";
import { PlatformStack } from "./stack";

/** The outputs of another stack, by the name that stands in its configuration. */
export type RemoteOutputs = <T>(output: string) => Handle<T>;

/** Reads the state of another stack. `backend` and `config` are what Terraform's own `terraform_remote_state` takes. */
export function remoteState(scope: Construct, id: string, { backend, config }: { readonly backend: string; readonly config: object }): RemoteOutputs {
  const name = PlatformStack.of(scope).nameIn(scope, id);
  const address = `data.terraform_remote_state.${name}`;
  new RawBlock(scope, address, { data: { terraform_remote_state: { [name]: { backend, config: lower(config) } } } });
  return <T>(output: string) => raw<T>(`${address}.outputs.${output}`, [address]);
}
