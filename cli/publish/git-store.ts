import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Problem, ProblemsError } from "../../kernel/problem";
import { GitRepository } from "./git";
import { examineRelease, type GitRelease } from "./git-release";
import { type PublishedModule, repositoryName } from "./published-module";
import type { Source } from "./source";
import { type Delivery, type Examination, examination, type Store } from "./store";

interface Remote extends GitRelease {
  readonly remote: string;
}

/** Git remotes: one for each module, or one for all. */
export class GitStore implements Store {
  /** `folder` is where its own repositories are, until all is delivered. */
  private constructor(private readonly releases: readonly Remote[], private readonly source: Source, private readonly folder: string) {}

  /** `git@github.com:example/terraform-{provider}-{name}.git`. */
  static perModule(template: string, modules: readonly PublishedModule[], source: Source, folder: string): GitStore {
    const remoteOf = ({ name, provider }: PublishedModule) => template.replaceAll("{name}", name).replaceAll("{provider}", provider);
    return new GitStore(modules.map((module) => ({ ...module, what: `${module.name} ${module.version}`, remote: remoteOf(module) })), source, folder);
  }

  /** A version is a tag of all modules, each below `modules/`. */
  static monorepo(remote: string, modules: readonly PublishedModule[], source: Source, folder: string): GitStore {
    const versions = [...new Map(modules.map((module) => [module.version, module])).values()];
    const filesOf = (version: string) => Object.assign({}, ...modules.filter((module) => module.version === version).map(({ name, files }) => below(`modules/${name}`, files)));
    return new GitStore(versions.map(({ version, previous }) => ({ version, ...(previous !== undefined && { previous }), files: filesOf(version), what: `all modules ${version}`, remote })), source, folder);
  }

  async examine(): Promise<Examination> {
    const found: (Delivery | Problem)[] = [];
    for (const [index, { remote, ...release }] of this.releases.entries()) {
      const own = join(this.folder, String(index));
      mkdirSync(own, { recursive: true });
      found.push(...(await examineRelease(new GitRepository(own, remote), release, this.source).then((one) => [one], problemsOf)));
    }
    return examination(found);
  }
}

/** What is wrong in how the remotes are named. */
export function gitProblems({ git, gitMonorepo, modules }: { readonly git?: string; readonly gitMonorepo?: string; readonly modules: readonly string[] }): Problem[] {
  const template = git !== undefined && !git.includes("{name}");
  const part = gitMonorepo !== undefined && modules.length > 0;
  return [
    ...(template ? [{ path: "publish --git", expected: "a remote with {name} in it", got: git, why: "each module has a remote of its own", suggestion: `git@github.com:example/${repositoryName({ provider: "{provider}", name: "{name}" })}.git`, rule: "git-template" }] : []),
    ...(part ? [{ path: "publish --git-monorepo", expected: "all modules", got: modules.join(", "), why: "its tag is a version of all of them", rule: "git-monorepo" }] : []),
  ];
}

function below(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemsError) return error.problems;
  throw error;
}
