import { basename } from "node:path";
import { markdown, type MarkdownOptions } from "../../review/faces/markdown";
import { page } from "../../review/faces/page/page";
import { terminalLines } from "../../review/faces/terminal";
import type { Review } from "../../review/report/review";
import { writeFileAtomic } from "../atomic-file";
import type { Progress } from "../progress";

/** Where a review goes beside the terminal. True is stdout. */
export interface Faces {
  readonly json?: string | true;
  readonly markdown?: string | true;
  readonly html?: string;
}

// GitHub takes 1 MiB as the summary of a step: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands,
// read 2026-11-22. A character has three bytes at most.
const summaryLimit = Math.floor(2 ** 20 / 3);

/** Then progress and the terminal's face go to stderr. */
export function takesStdout({ json, markdown }: Faces): boolean {
  return json === true || markdown === true;
}

export function show(review: Review, faces: Faces, progress: Progress): void {
  const stream = takesStdout(faces) ? process.stderr : process.stdout;
  const colour = stream.isTTY && !process.env.NO_COLOR;
  // Whoever reads a file or a log breaks lines as they like.
  for (const line of terminalLines(review, { colour, width: stream.isTTY ? stream.columns || 100 : Infinity })) progress.tell(line);
  put(faces.json, () => `${JSON.stringify(review, null, 2)}\n`);
  put(faces.markdown, () => markdown(review, { limit: summaryLimit, ...wholeOf(faces) }));
  put(faces.html, () => page(review));
}

/** The comment on a pull request has room for less. */
export function commentOf(review: Review, faces: Faces): string {
  return markdown(review, wholeOf(faces));
}

/** By its name alone: a pipeline keeps it elsewhere. */
function wholeOf({ html }: Faces): Pick<MarkdownOptions, "whole"> {
  return html === undefined ? {} : { whole: `the page ${basename(html)}` };
}

function put(to: string | true | undefined, content: () => string): void {
  if (to === true) process.stdout.write(content());
  else if (to !== undefined) writeFileAtomic(to, content());
}
