import { lockedProviders, requiredProviders } from "../synth/locks";
import type { Stack } from "../synth/stacks";
import { userConfiguration } from "../terraform/cli-configuration";
import { type Machine, thisMachine } from "../terraform/provider-environment";
import { findMirrors } from "../terraform/provider-mirror";
import type { Finding } from "./finding";
import type { Look } from "./look";

/** Whether what is deployed is what was reviewed, and whether Terraform gets it here. */
export async function providerFindings(look: Look, machine: Machine = thisMachine()): Promise<Finding[]> {
  return [...look.stacks.flatMap((stack) => unlocked(look, stack)), ...(await outOfReach(look, machine))];
}

function unlocked(look: Look, stack: Stack): Finding[] {
  const locked = lockedProviders(stack.folder);
  const missing = requiredProviders(stack.folder).filter((provider) => !locked.includes(provider));
  if (missing.length === 0) return [];
  const found = `${missing.join(", ")} is not locked${locked.length === 0 ? "" : `; the lock file has ${locked.join(", ")}`}`;
  const means = "the first `init` takes what it is given: another machine may deploy other bytes than those that were reviewed";
  const lock = `${look.terraform(stack, "providers", "lock")} -platform=linux_amd64 -platform=darwin_arm64`;
  return [{ id: "provider-unlocked", layer: stack.name, found, means, mend: [lock, "# then keep the file below locks/, under a name that ends in .hcl"] }];
}

/** Whoever has a CLI configuration of their own knows where providers come from. */
async function outOfReach({ stacks }: Look, machine: Machine): Promise<Finding[]> {
  const required = [...new Set(stacks.flatMap(({ folder }) => requiredProviders(folder)))];
  if (required.length === 0 || userConfiguration(machine.env, machine.home) !== undefined) return [];
  if (machine.places.chosen === undefined && (await machine.registryReachable())) return [];
  const held = new Set(findMirrors(machine.places).flatMap(({ holds }) => holds));
  const missing = required.filter((provider) => !held.has(provider.split(" ")[0]!));
  return missing.map((provider) => {
    const means = "Terraform's registry is not asked or does not answer, and no folder on this machine has it";
    return { id: "provider-out-of-reach", found: `${provider} is nowhere`, means, mend: ["# put it into a mirror: https://developer.hashicorp.com/terraform/cli/commands/providers/mirror, and name that in TF_PROVIDER_MIRROR"] };
  });
}
