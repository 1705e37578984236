import type { ReadableEnvironment } from "../readable";

/** Does anything say who may talk to whom? */
export function hasPolicies({ platform }: ReadableEnvironment): boolean {
  return Object.values(platform?.namespaces ?? {}).some(({ network }) => network !== null);
}
