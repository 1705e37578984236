import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ProblemsError } from "../../kernel/problem";
import { writeFileAtomic } from "../atomic-file";
import { report } from "../failure";
import { adoption } from "./adoption";

interface Options {
  readonly state: string;
  readonly into: string;
  readonly source: string;
}

try {
  adopt(JSON.parse(process.argv[2]!) as Options);
} catch (error) {
  report(error);
}

/** Writes what takes over a state's modules, and prints what becomes of every resource that does not simply move. */
function adopt({ state, into, source }: Options): void {
  const { files, fates, notes } = adoption(contentOf(state), (module) => source.replaceAll("<name>", module));
  const there = Object.keys(files).filter((name) => existsSync(join(into, name)));
  if (there.length > 0) throw new ProblemsError([{ path: "adopt --into", expected: "a folder without these files", got: there, why: "nothing is overwritten", rule: "adopt-into" }]);
  for (const [name, content] of Object.entries(files)) writeFileAtomic(join(into, name), content);
  const count = (kind: string) => fates.filter(({ fate }) => fate.kind === kind).length;
  console.log(`${count("moves")} move, ${count("imported")} are imported, ${count("stays")} stay in AWS and leave the state, ${count("goes")} go; written to ${into}: ${Object.keys(files).join(", ")}`);
  for (const { resource, fate } of fates) if ("why" in fate) console.log(`${fate.kind} ${resource.address}: ${fate.why}`);
  notes.forEach((note) => console.log(`decide ${note}`));
}

function contentOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new ProblemsError([{ path: "adopt --state", expected: "a file that can be read, or - for what is piped in", got: file, why: (error as NodeJS.ErrnoException).code, rule: "adopt-state" }]);
  }
}
