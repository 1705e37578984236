import type { PlannedResource } from "../plan-json";
import type { GuardId } from "./guard-list";

/** A guard that a resource trips, and what would happen. */
export interface Trip {
  readonly guard: GuardId;
  readonly sentence: string;
}

/** A resource as a reader knows it: `subnet us-east-1a`, `the cluster`. The address stands beside it. */
export function named({ address }: Pick<PlannedResource, "address">, word: string): string {
  const key = /\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\]$/.exec(address);
  return key === null ? `the ${word}` : `${word} ${key[1] ?? key[2]!}`;
}
