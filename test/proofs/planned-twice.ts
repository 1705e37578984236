import { planFiles } from "../harness";
import { bothBindings, type Instance } from "./both-bindings";
import { bindingsOf, differencesOf } from "./plan-difference";

/** How the plan of a stack with all of these differs from that of calls of their modules, and how much was compared. */
export async function plannedTwice(instances: readonly Instance[]): Promise<{ readonly differences: readonly string[]; readonly addresses: number }> {
  const { stack, calls } = bindingsOf((await planFiles(bothBindings(instances))).json);
  return { differences: differencesOf(stack, calls), addresses: Object.keys(stack).length };
}
