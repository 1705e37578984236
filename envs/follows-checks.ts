import type { Problem } from "../kernel";
import { nearest } from "../kernel/nearest";
import type { ReadableEnvironment } from "./readable";

/** Who follows whom: an environment that is there, and never itself, by whatever way round. */
export function followsProblems(environments: readonly ReadableEnvironment[]): Problem[] {
  const followed = new Map(environments.map(({ name, follows }) => [name, follows ?? undefined]));
  return environments.flatMap(({ name, follows }): Problem[] => {
    if (follows === undefined || follows === null) return [];
    const at = { path: `envs/${name}/environment.ts follows`, got: follows };
    if (follows === name) return [{ ...at, expected: "another environment, or none", rule: "follows-circle" }];
    // An entry point of one environment knows no other.
    if (!followed.has(follows)) return environments.length === 1 ? [] : [{ ...at, expected: `one of the environments ${others(followed, name)}`, ...suggested(follows, followed), rule: "follows-unknown" }];
    const way = wayFrom(name, followed);
    return way.at(-1) === name ? [{ ...at, expected: "an environment that does not follow this one", why: way.join(" follows "), rule: "follows-circle" }] : [];
  });
}

type Followed = ReadonlyMap<string | undefined, string | undefined>;

function others(followed: Followed, name: string | undefined): string {
  return [...followed.keys()].filter((other) => other !== undefined && other !== name).join(", ");
}

function suggested(follows: string, followed: Followed): Pick<Problem, "suggestion"> {
  const near = nearest(follows, [...followed.keys()].filter((name) => name !== undefined));
  return near === undefined ? {} : { suggestion: near };
}

/** From an environment along those that are followed, until there is none or one comes again. */
function wayFrom(name: string | undefined, followed: Followed): (string | undefined)[] {
  const way = [name];
  for (let next = followed.get(name); next !== undefined; next = followed.get(next)) {
    way.push(next);
    if (way.indexOf(next) < way.length - 1) break;
  }
  return way;
}
