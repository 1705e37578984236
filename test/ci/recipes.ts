import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { projectRoot } from "../../cli/root";

type Yaml = Record<string, any>;

/** Something that a shell runs. */
export interface Script {
  readonly where: string;
  readonly text: string;
}

export const recipes = join(projectRoot, "ci");

export function readRecipe(path: string): string {
  return readFileSync(join(recipes, path), "utf8");
}

/** Workflows and actions of GitHub by path. */
export const github: Readonly<Record<string, Yaml>> = Object.fromEntries(
  readdirSync(join(recipes, "github"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yml"))
    .sort()
    .map((path) => [path, parse(readRecipe(`github/${path}`)) as Yaml]),
);
export const gitlab = parse(readRecipe("gitlab/.gitlab-ci.yml")) as Yaml;
export const jenkins = readRecipe("jenkins/Jenkinsfile");

/** The steps of a workflow or action. */
export function stepsOf(file: Yaml): Yaml[] {
  return [...((file["runs"]?.steps ?? []) as Yaml[]), ...Object.values((file["jobs"] ?? {}) as Record<string, Yaml>).flatMap((job) => (job["steps"] ?? []) as Yaml[])];
}

/** Everything that a shell runs in any of the recipes. */
export const scripts: readonly Script[] = [
  ...Object.entries(github).flatMap(([path, file]) => stepsOf(file).flatMap((step) => (step["run"] === undefined ? [] : [{ where: `${path}: ${step["name"]}`, text: String(step["run"]) }]))),
  ...Object.entries(gitlab).flatMap(([job, keys]) => ["before_script", "script", "after_script"].flatMap((part) => (keys?.[part] === undefined ? [] : [{ where: `.gitlab-ci.yml: ${job}.${part}`, text: (keys[part] as string[]).join("\n") }]))),
  ...[...jenkins.matchAll(/\b(?:sh|script:) '(.*)'/g)].map(([, text]) => ({ where: "Jenkinsfile", text: text! })),
];
