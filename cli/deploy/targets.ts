import { nearest } from "../../kernel/nearest";
import { type Problem, refuse } from "../../kernel/problem";
import type { Stack } from "../synth/stacks";

/** The stacks that declare what these addresses name; all of them where there are none. */
export function chosenStacks(stacks: readonly Stack[], addresses: readonly string[]): readonly Stack[] {
  if (addresses.length === 0) return stacks;
  const declared = new Map(stacks.map((stack) => [stack, declaredIn(stack)]));
  const known = [...declared.values()].flat();
  const problems = addresses.filter((address) => !known.includes(resourceOf(address))).map((address): Problem => {
    const names = stacks.map(({ name }) => name).join(", ");
    return { path: "--target", expected: `the address of a resource of ${names}`, got: address, suggestion: nearest(resourceOf(address), known), rule: "unknown-address" };
  });
  refuse(problems);
  return stacks.filter((stack) => addresses.some((address) => declared.get(stack)!.includes(resourceOf(address))));
}

/** Without the key of one instance. */
function resourceOf(address: string): string {
  return address.replace(/\[.*$/, "");
}

function declaredIn({ json }: Stack): string[] {
  const named = (blocks: Readonly<Record<string, Readonly<Record<string, object>>>> = {}, prefix = "") =>
    Object.entries(blocks).flatMap(([type, resources]) => Object.keys(resources).map((name) => `${prefix}${type}.${name}`));
  return [...named(json.resource), ...named(json.data, "data.")];
}
