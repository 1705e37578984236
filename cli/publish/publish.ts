import { join } from "node:path";
import { type Problem, ProblemsError, unknownKey } from "../../kernel/problem";
import { modules } from "../../modules";
import { releases } from "../../modules/releases";
import { generate } from "../generate/generate";
import { ModuleLines } from "../generate/module-lines";
import { inPrivateFolder } from "../private-folder";
import type { Progress } from "../progress";
import { ArchiveStore } from "./archive-store";
import { gitProblems, GitStore } from "./git-store";
import { mainProvider, type PublishedModule } from "./published-module";
import { registryAddress, RegistryStore } from "./registry-store";
import { versionsToPublish } from "./release";
import { type Source, sourceOf } from "./source";
import type { Delivery, Store } from "./store";

export interface PublishOptions {
  /** Modules by name; none is all. */
  readonly modules: readonly string[];
  readonly aws?: string;
  readonly prerelease?: string;
  readonly archives?: string;
  /** A remote with `{name}` and `{provider}` in it. */
  readonly git?: string;
  readonly gitMonorepo?: string;
  /** `<host>/<organization>`. */
  readonly registry?: string;
  /** Deliver. Without it, tell what would be done. */
  readonly yes: boolean;
}

export interface Published {
  readonly delivered: number;
  readonly there: number;
  /** What a run with `yes` would deliver. */
  readonly waiting: number;
}

/**
 * Publishes the newest release to every store that is named. All stores are examined before anything is delivered, and
 * a run that was cut off is simply repeated.
 *
 * @throws ProblemsError with everything that is refused, or that failed.
 */
export async function publish(root: string, options: PublishOptions, progress: Progress): Promise<Published> {
  const { published, source } = await progress.step("what is published", () => prepared(root, options), ({ published, source }) => `${published.length} module versions of ${source.commit.slice(0, 12)}`);
  return inPrivateFolder(async (folder) => {
    const deliveries = await progress.step("what is there", () => examined(storesOf(root, options, { published, source, folder })));
    for (const { what, to, found } of deliveries) progress.say(`  ${what}  ${to}: ${found}`);
    const due = deliveries.filter(({ deliver }) => deliver !== undefined);
    const there = deliveries.length - due.length;
    if (!options.yes) return { delivered: 0, there, waiting: due.length };
    await delivered(due, progress);
    return { delivered: due.length, there, waiting: 0 };
  });
}

async function prepared(root: string, options: PublishOptions): Promise<{ published: PublishedModule[]; source: Source }> {
  const { modules: names, aws, prerelease } = options;
  const known = modules.map(({ name }) => name);
  const { lines, problems } = versionsToPublish(releases, { aws, prerelease });
  const refused = [...names.filter((name) => !known.includes(name)).map((name) => unknownKey("publish", name, known)), ...storeProblems(options), ...problems];
  const source = await sourceOf(root).catch(keep(refused));
  const generated = new ModuleLines(root);
  await Promise.resolve().then(() => generate({ root, check: true }, generated)).catch(keep(refused));
  if (source === undefined || refused.length > 0) throw new ProblemsError(refused);
  const published = Object.entries(lines).flatMap(([line, version]) =>
    generated
      .files(line)
      .filter(({ name }) => names.length === 0 || names.includes(name))
      .map(({ name, files }) => ({ name, files, provider: mainProvider(files), aws: line, ...version })),
  );
  return { published, source };
}

function storeProblems(options: PublishOptions): Problem[] {
  const { archives, git, gitMonorepo, registry } = options;
  const none = [archives, git, gitMonorepo, registry].every((place) => place === undefined);
  const address = registry === undefined ? undefined : registryAddress(registry);
  return [
    ...(none ? [{ path: "publish", expected: "a place to publish to", got: undefined, suggestion: "--archives <folder>, --git <template>, --git-monorepo <remote> or --registry <host>/<organization>", rule: "publish-store" }] : []),
    ...gitProblems(options),
    ...(address !== undefined && "rule" in address ? [address] : []),
  ];
}

function storesOf(root: string, { archives, git, gitMonorepo, registry }: PublishOptions, { published, source, folder }: { readonly published: readonly PublishedModule[]; readonly source: Source; readonly folder: string }): Store[] {
  const address = registry === undefined ? undefined : registryAddress(registry);
  return [
    ...(archives === undefined ? [] : [new ArchiveStore(archives, published, source, root)]),
    ...(git === undefined ? [] : [GitStore.perModule(git, published, source, join(folder, "modules"))]),
    ...(gitMonorepo === undefined ? [] : [GitStore.monorepo(gitMonorepo, published, source, join(folder, "monorepo"))]),
    ...(address === undefined || "rule" in address ? [] : [new RegistryStore(address, published, source)]),
  ];
}

async function examined(stores: readonly Store[]): Promise<Delivery[]> {
  const found = await Promise.all(stores.map((store) => store.examine()));
  const problems = found.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ProblemsError(problems);
  return found.flatMap((one) => one.deliveries);
}

/** One after the other: what fails holds up no other, and all of it is told at the end. */
async function delivered(due: readonly Delivery[], progress: Progress): Promise<void> {
  const failed: Problem[] = [];
  for (const { what, to, deliver } of due) await progress.step(`${what}  ${to}`, (note) => deliver!(note)).catch(keep(failed));
  if (failed.length > 0) throw new ProblemsError(failed);
}

/** Keeps what is wrong in what somebody wrote or in what answered; anything else is a fault of ours. */
function keep(problems: Problem[]): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
    return undefined;
  };
}
