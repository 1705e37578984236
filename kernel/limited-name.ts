import { local } from "./block";
import { project } from "./collection";
import { text as template, tf } from "./expression";
import type { Construct } from "./framework";
import type { Expr, Handle } from "./handle";

const HASH_LENGTH = 8;

/**
 * The local `id`: `name` followed by `suffix`, in at most `maxLength` characters. A name that is too long is cut and gets
 * a hash of the whole, so that two names that start alike stay two.
 */
export function limitedName(scope: Construct, id: string, name: Expr<string>, suffix: string, maxLength: number): Handle<string> {
  return local<string>(scope, id, limited(name, suffix, maxLength));
}

/** The same for each element of a map, as one local by the map's keys. `name` is made of a key and its element. */
export function limitedNames<V>(
  scope: Construct,
  id: string,
  source: Expr<Readonly<Record<string, V>>>,
  name: (key: Handle<string>, value: Handle<V>) => Expr<string>,
  suffix: string,
  maxLength: number,
): Handle<Readonly<Record<string, string>>> {
  const whole = local(scope, `whole_${id}`, project(source, name));
  return local(scope, id, project(whole, (_, full) => limited(full, suffix, maxLength), ["key", "name"]));
}

function limited(name: Expr<string>, suffix: string, maxLength: number): Expr<string> {
  const room = maxLength - suffix.length;
  const start = tf`substr(${name}, 0, ${room - HASH_LENGTH - 1})`;
  const hash = tf`substr(sha256(${name}), 0, ${HASH_LENGTH})`;
  const whole = suffix === "" ? name : template`${name}${suffix}`;
  return tf`length(${name}) <= ${room} ? ${whole} : ${template`${start}-${hash}${suffix}`}`;
}
