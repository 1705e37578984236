import { type Condition, type Construct, crossCondition, type Expr, type GivenInputs, local, partArguments, present, some, submodule, tf } from "../../kernel";
import { snakeCase } from "../../kernel/case";
import { networkFromOutputs } from "../from-outputs";
import { existingNetwork, type existingNetworkInputs } from "../network/existing-network";
import { networkModule } from "../network/module";
import type { NetworkRef } from "../network/refs";
import { crossRules } from "./cross-rules";
import { type EksPlatformHandles, wired } from "./inputs";

/** The network is made here or exists already. */
export function oneNetwork({ network, existingNetwork: existing }: EksPlatformHandles): Readonly<Record<string, readonly Condition[]>> {
  const given = tf`[for name, given in { network = ${network}, existing_network = ${existing} } : name if given != null]`;
  return { existingNetwork: [crossCondition(crossRules.oneNetwork, tf<boolean>`(${network} == null) != (${existing} == null)`, given)] };
}

/** The network that is made here, or the one that exists. */
export function madeOrExisting(scope: Construct, inputs: EksPlatformHandles) {
  const { name, network, rolePath, permissionsBoundary, tags } = inputs;
  const call = submodule(scope, "network", networkModule, {
    count: present(network),
    inputs: { name, ...partArguments(networkModule.inputs, some(network), wired.network), rolePath, permissionsBoundary, tags },
  });
  const made = networkFromOutputs(call.output);
  const existing = existingNetwork(some(inputs.existingNetwork) as unknown as GivenInputs<typeof existingNetworkInputs>);
  const either = (Object.keys(made) as (keyof NetworkRef)[]).map((field) => [snakeCase(field), tf`${network} == null ? ${existing[field]} : ${made[field]}`]);
  const both: Expr<NetworkRef> = local(scope, "network", tf`${Object.fromEntries(either)}`);
  return { call, network: both as unknown as NetworkRef };
}
