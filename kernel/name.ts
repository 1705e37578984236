import { tf } from "./expression";
import type { Expr, Handle } from "./handle";

const HASH_LENGTH = 6;

/**
 * A composed name that fits into `limit` characters. A name that is too long is cut and ends in a hash of the whole, so
 * that two long names never become one. Limits are data: see aws/name-limits.ts.
 */
export function limitedName(name: Expr<string>, limit: number): Handle<string> {
  if (limit <= HASH_LENGTH + 1) throw new Error(`bug: a limit of ${limit} leaves no room for a name and its hash`);
  const kept = limit - HASH_LENGTH - 1;
  return tf<string>`length(${name}) <= ${limit} ? ${name} : join("-", [substr(${name}, 0, ${kept}), substr(sha256(${name}), 0, ${HASH_LENGTH})])`;
}
