import { type Problem, ProblemsError, unknownKey } from "../../kernel/problem";
import { modules } from "../../modules";
import { releases } from "../../modules/releases";
import { generate, generatedModules } from "../generate/generate";
import type { Progress } from "../progress";
import { ArchiveStore } from "./archive-store";
import { mainProvider, type PublishedModule } from "./published-module";
import { versionsToPublish } from "./release";
import { type Source, sourceOf } from "./source";
import type { Delivery, Store } from "./store";

export interface PublishOptions {
  /** Modules by name; none is all. */
  readonly modules: readonly string[];
  readonly aws?: string;
  readonly prerelease?: string;
  readonly archives?: string;
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
  const deliveries = await examined(storesOf(root, options, published, source));
  for (const { what, to, found } of deliveries) progress.say(`  ${what}  ${to}: ${found}`);
  const due = deliveries.filter(({ deliver }) => deliver !== undefined);
  const there = deliveries.length - due.length;
  if (!options.yes) return { delivered: 0, there, waiting: due.length };
  await delivered(due, progress);
  return { delivered: due.length, there, waiting: 0 };
}

async function prepared(root: string, { modules: names, aws, prerelease, archives }: PublishOptions): Promise<{ published: PublishedModule[]; source: Source }> {
  const known = modules.map(({ name }) => name);
  const { lines, problems } = versionsToPublish(releases, { aws, prerelease });
  const stores: Problem[] = archives === undefined ? [{ path: "publish", expected: "a place to publish to", got: undefined, suggestion: "--archives <folder>", rule: "publish-store" }] : [];
  const refused = [...names.filter((name) => !known.includes(name)).map((name) => unknownKey("publish", name, known)), ...stores, ...problems];
  const source = await sourceOf(root).catch(keep(refused));
  await Promise.resolve().then(() => generate({ root, check: true })).catch(keep(refused));
  if (source === undefined || refused.length > 0) throw new ProblemsError(refused);
  const published = Object.entries(lines).flatMap(([line, version]) =>
    generatedModules(root, line)
      .filter(({ name }) => names.length === 0 || names.includes(name))
      .map(({ name, files }) => ({ name, files, provider: mainProvider(files), aws: line, ...version })),
  );
  return { published, source };
}

function storesOf(root: string, { archives }: PublishOptions, published: readonly PublishedModule[], source: Source): Store[] {
  return archives === undefined ? [] : [new ArchiveStore(archives, published, source, root)];
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
