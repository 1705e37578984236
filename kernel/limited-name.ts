import { local } from "./block";
import { text as template, tf } from "./expression";
import type { Construct } from "./framework";
import type { Expr, Handle } from "./handle";

const HASH_LENGTH = 8;

/**
 * The local `id`: `name` followed by `suffix`, in at most `maxLength` characters. A name that is too long is cut and gets
 * a hash of the whole, so that two names that start alike stay two.
 */
export function limitedName(scope: Construct, id: string, name: Expr<string>, suffix: string, maxLength: number): Handle<string> {
  const room = maxLength - suffix.length;
  const start = tf`substr(${name}, 0, ${room - HASH_LENGTH - 1})`;
  const hash = tf`substr(sha256(${name}), 0, ${HASH_LENGTH})`;
  const whole = suffix === "" ? name : template`${name}${suffix}`;
  return local<string>(scope, id, tf`length(${name}) <= ${room} ? ${whole} : ${template`${start}-${hash}${suffix}`}`);
}
