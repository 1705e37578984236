import type { Problem } from "../../kernel/problem";
import type { DeployRecord } from "../deploy/deploy-record";
import { namedStack } from "../synth/named-stack";
import type { Stack } from "../synth/stacks";
import { type KeptState, parsed } from "./kept-state";
import { placeName, placeOf } from "./state-place";

/**
 * A state that is not the one that was written last. Terraform takes an empty object for a new state, and an older one
 * for the newest: its plan would make again what is there.
 */
export function stateProblems(stack: Stack, { bytes }: KeptState, record: DeployRecord | undefined): Problem[] {
  const place = placeName(placeOf(stack));
  const suggestion = `npx platform doctor ${namedStack(stack.folder).environment}`;
  const state = bytes === undefined ? undefined : parsed(bytes);
  if (typeof state === "string") return [{ path: stack.name, expected: `a state at ${place}`, got: `what ${state}`, why: "it was overwritten or cut off, and what is in AWS is still there", suggestion, rule: "state-corrupt" }];
  if (record?.serial === undefined || record.command === "destroy") return [];
  const written = `deployed by ${record.who} at ${record.when}`;
  if (state === undefined) {
    return [{ path: stack.name, expected: `the state at ${place} that was ${written}`, why: `without it everything would be made again; if it was taken away on purpose, delete ${place}.deploy.json, too`, suggestion, rule: "state-lost" }];
  }
  if (state.lineage !== record.lineage || state.serial >= record.serial) return [];
  return [{ path: stack.name, expected: `the state of serial ${record.serial} or newer, ${written}`, got: state.serial, why: `an older version stands at ${place}; if that is meant, delete ${place}.deploy.json`, suggestion, rule: "state-older" }];
}
