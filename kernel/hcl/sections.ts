import { blockLines } from "./body";
import { commentLines } from "./comment";
import { alignAssignments, layout } from "./layout";

/** A block of a module's body. Without a section it belongs to `main.tf`. */
export interface BodyBlock {
  readonly section: string | undefined;
  readonly text: string;
}

export interface Local {
  readonly section: string | undefined;
  readonly name: string;
  /** Its expression, on one line. */
  readonly value: string;
  readonly why?: string | undefined;
}

/** `main.tf` and a file for each section, as blocks by file name. The locals of a file stand first. */
export function sectionFiles(bodies: readonly BodyBlock[], locals: readonly Local[]): Record<string, readonly string[]> {
  const home = homes(bodies, locals);
  const sections = [undefined, ...bodies.map(({ section }) => section), ...home.values()];
  const files = [...new Set(sections)].map((section) => {
    const own = locals.filter(({ name }) => home.get(name) === section);
    const blocks = bodies.filter((body) => body.section === section).map(({ text }) => text);
    return [`${section ?? "main"}.tf`, [...localsBlock(own), ...blocks]] as const;
  });
  return Object.fromEntries(files);
}

/**
 * The section that each local stands in: the one it was made in. One of the heart of the module that a single section
 * reads stands there, next to its reader.
 */
function homes(bodies: readonly BodyBlock[], locals: readonly Local[]): Map<string, string | undefined> {
  const readers = new Map<string, Set<string | undefined>>();
  const read = (text: string, by: string | undefined) => {
    for (const [, name] of text.matchAll(/\blocal\.([\w-]+)/g)) readers.set(name!, (readers.get(name!) ?? new Set()).add(by));
  };
  for (const { section, text } of bodies) read(text, section);
  const home = new Map<string, string | undefined>();
  // A local is made before those that read it, so the last one's readers are known first.
  for (const { section, name, value } of [...locals].reverse()) {
    const [only, ...others] = readers.get(name) ?? [];
    const found = section ?? (others.length === 0 ? only : undefined);
    home.set(name, found);
    read(value, found);
  }
  return home;
}

/** Locals one by one, with a blank line around those that take several lines or have a comment. */
function localsBlock(locals: readonly Local[]): string[] {
  if (locals.length === 0) return [];
  const groups: { key: string; value: string; why: string | undefined }[][] = [];
  const isApart = ({ value, why }: { value: string; why: string | undefined }) => why !== undefined || value.includes("\n");
  for (const { name, value, why } of locals) {
    const entry = { key: name, value: layout(value, name.length + 5, 1), why };
    const last = groups.at(-1);
    if (last === undefined || isApart(entry) || isApart(last.at(-1)!)) groups.push([entry]);
    else last.push(entry);
  }
  const lines = groups.flatMap((group, index) => [...(index === 0 ? [] : [""]), ...commentLines(group[0]!.why, "  "), ...alignAssignments(group, 1)]);
  return [blockLines("locals", lines, 0).join("\n")];
}
