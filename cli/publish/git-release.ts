import type { Problem } from "../../kernel/problem";
import { type Files } from "../archive";
import { type GitRepository, withoutSecrets } from "./git";
import { lineOf } from "./published-module";
import type { Source } from "./source";
import { type Delivery, published } from "./store";

/** A version as a commit, a tag and the branch of its line. */
export interface GitRelease {
  /** `network 1.0.0`. */
  readonly what: string;
  readonly version: string;
  readonly previous?: string;
  /** What the commit's tree is, exactly. */
  readonly files: Files;
}

/**
 * Makes the commit beside what the remote has, and compares. The commit follows the one before on the line's branch; a
 * new branch begins at the version before. Made from the same source on the same history it is the same commit again.
 */
export async function examineRelease(repository: GitRepository, release: GitRelease, source: Source): Promise<Delivery | Problem> {
  const { what, version, previous } = release;
  const [tag, branch] = [`v${version}`, lineOf(version)];
  await repository.fetch();
  const tip = await repository.find(`refs/heads/${branch}^{commit}`);
  const parent = tip ?? (previous === undefined ? undefined : await repository.find(`refs/tags/v${previous}^{commit}`));
  const commit = await commitOf(repository, release, source, parent);
  const tree = await repository.find(`${commit}^{tree}`);
  const tagged = await repository.find(`refs/tags/${tag}^{tree}`);
  const delivery = { what, to: `git ${withoutSecrets(repository.remote)} ${tag}` };
  if (tagged === tree) return { ...delivery, found: published };
  if (tagged !== undefined) {
    const why = "a version that is published never changes";
    return { path: delivery.to, expected: "a tag with the files of this commit", got: `a tag with other files (tree ${tagged.slice(0, 12)})`, why, suggestion: "a new patch version in modules/releases.ts", rule: "version-published" };
  }
  const there = tip !== undefined && (await repository.find(`${tip}^{tree}`)) === tree;
  const released = there ? tip : commit;
  return { ...delivery, found: there ? `the commit is on ${branch}, the tag is new` : `new on ${branch}`, deliver: () => tagAndPush(repository, { released, tag, branch, what }, source) };
}

async function tagAndPush(repository: GitRepository, { released, tag, branch, what }: { readonly released: string; readonly tag: string; readonly branch: string; readonly what: string }, source: Source): Promise<void> {
  const [, name, mail, date] = /^(.*) <(.*)> (.*)$/.exec(source.committer)!;
  // By git itself, which signs where the user's configuration says so.
  await repository.run(["tag", "--annotate", "--force", "--file=-", tag, released], message(what, source), { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: mail, GIT_COMMITTER_DATE: date });
  await repository.push([`${released}:refs/heads/${branch}`, `refs/tags/${tag}`]);
}

const candidate = "refs/publish/candidate";

/** Written without a work tree: no setting of this machine changes a line ending or a mode. */
async function commitOf(repository: GitRepository, { what, files }: GitRelease, source: Source, parent: string | undefined): Promise<string> {
  const entries = Object.entries(files).map(([path, content]) => `M 100644 inline ${path}\n${data(content)}`);
  const from = parent === undefined ? "" : `from ${parent}\n`;
  await repository.run(["fast-import", "--quiet", "--force"], `commit ${candidate}\nauthor ${source.committer}\ncommitter ${source.committer}\n${data(message(what, source))}${from}deleteall\n${entries.join("")}`);
  return (await repository.find(`${candidate}^{commit}`))!;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function message(what: string, { commit, repository }: Source): string {
  return `${what}\n\nSource: ${repository === undefined ? "" : `${repository} `}${commit}\n`;
}
