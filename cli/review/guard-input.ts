import type { GuardInput } from "../../review/guards/guard-findings";
import { unusedOverrides } from "../../review/guards/overrides";
import type { GuardFinding } from "../../review/report/review";
import type { Allowed } from "../../review/report/review-input";
import { toldOf } from "../plan/plan-layers";
import type { EnvironmentStacks } from "../synth/environment-stacks";
import { reviewRemarkOf } from "../synth/stacks";
import { environmentEntry } from "../synth/synth";
import { allowedOf } from "./allowed";
import { followedEnvironment } from "./followed-environment";

/** By what the guards judge the plans of an environment. `allow` is what the command was told. */
export async function guardInput(root: string, environment: string, made: EnvironmentStacks, allow: readonly string[]): Promise<GuardInput> {
  const { allowed, follows } = reviewRemarkOf(made.stacks);
  const input = { environment, at: new Date(), allowed: allowedOf(allowed, allow) };
  if (follows === null) return input;
  environmentEntry(root, follows, { path: `envs/${environment}/environment.ts follows`, rule: "follows-unknown" });
  return { ...input, follows: await followedEnvironment(root, follows, made) };
}

/** Overrides that let nothing pass. Of a layer that was not planned nobody knows. */
export function unusedLines({ environment, allowed }: GuardInput, layers: readonly { readonly layer: string; readonly guards?: readonly GuardFinding[] }[]): string[] {
  if (layers.some(({ guards }) => guards === undefined)) return [];
  return unusedOverrides(allowed, toldOf(layers)).map((one) => `          warning: ${placeOf(one, environment)} lets nothing pass, and would one day when nobody remembers it`);
}

function placeOf({ guard, address, by }: Allowed, environment: string): string {
  return `${by === "command" ? "--allow " : `envs/${environment}/environment.ts review.allowed.`}${guard}${address === undefined ? "" : ` at ${address}`}`;
}
