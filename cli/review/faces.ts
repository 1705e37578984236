import { markdown } from "../../review/faces/markdown";
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

/** Then progress and the terminal's face go to stderr. */
export function takesStdout({ json, markdown }: Faces): boolean {
  return json === true || markdown === true;
}

export function show(review: Review, { json, markdown: text, html }: Faces, progress: Progress): void {
  const stream = takesStdout({ ...(json && { json }), ...(text && { markdown: text }) }) ? process.stderr : process.stdout;
  const colour = stream.isTTY && !process.env.NO_COLOR;
  for (const line of terminalLines(review, { colour, width: stream.columns || 100 })) progress.tell(line);
  put(json, () => `${JSON.stringify(review, null, 2)}\n`);
  put(text, () => markdown(review));
  put(html, () => page(review));
}

function put(to: string | true | undefined, content: () => string): void {
  if (to === true) process.stdout.write(content());
  else if (to !== undefined) writeFileAtomic(to, content());
}
