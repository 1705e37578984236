import { existsSync } from "node:fs";
import { join } from "node:path";
import { camelCase, snakeCase } from "../../kernel/case";
import type { Problem } from "../../kernel/problem";

/** A module's name in every spelling that its files have. */
export interface ModuleName {
  readonly kebab: string;
  readonly snake: string;
  readonly camel: string;
  readonly Pascal: string;
}

export function moduleName(kebab: string): ModuleName {
  const camel = camelCase(kebab.replaceAll("-", "_"));
  return { kebab, snake: snakeCase(camel), camel, Pascal: camel[0]!.toUpperCase() + camel.slice(1) };
}

/** Names of files beside the body, and those that lint refuses because they say nothing. */
const files = ["index", "inputs", "module", "common", "helper", "helpers", "manager", "misc", "util", "utils"];
/** Classes that the new files import. */
const imported = ["construct", "sqs-queue", "subject"];

/** Why a module cannot have this name, if it cannot. */
export function nameProblems(root: string, name: string): Problem[] {
  const problem = { path: "new module", got: name };
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name) || name.length > 40) {
    const suggestion = kebab(name);
    return [{ ...problem, expected: "at most 40 characters: lower-case words with hyphens between, each beginning with a letter", ...(suggestion !== undefined && { suggestion }), rule: "module-name" }];
  }
  const { Pascal } = moduleName(name);
  if (files.includes(name)) return [{ ...problem, expected: "a name that says what the module makes", why: "a file of that name means something else here", rule: "module-name-reserved" }];
  if (imported.includes(name) || Pascal in globalThis) return [{ ...problem, expected: "a name of its own", why: `the class ${Pascal} is there already`, rule: "module-name-reserved" }];
  const taken = [`modules/${name}.ts`, `modules/${name}`, `test/modules/${name}`, `docs/modules/${name}.md`, `generated/${name}`].find((path) => existsSync(join(root, path)));
  return taken === undefined ? [] : [{ ...problem, expected: "a name that no module has", why: `${taken} is there, and is left as it is`, rule: "module-name-taken" }];
}

/** What was probably meant, as a name. */
function kebab(name: string): string | undefined {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase().split(/[^a-z0-9]+/).filter((word) => /^[a-z]/.test(word));
  const joined = words.join("-");
  return joined === "" || joined.length > 40 ? undefined : joined;
}
