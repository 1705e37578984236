import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ProblemsError } from "../../kernel/problem";
import { writeFileAtomic } from "../atomic-file";
import { report } from "../failure";
import { adoption } from "./adoption";

interface Options {
  readonly state: string;
  readonly into: string;
  readonly outOf?: string;
  readonly source: string;
}

try {
  adopt(JSON.parse(process.argv[2]!) as Options);
} catch (error) {
  report(error);
}

/** Writes what takes over a state's modules, and prints what becomes of every resource that does not simply move. */
function adopt({ state, into, outOf, source }: Options): void {
  const { files, forgotten, fates, notes } = adoption(contentOf(state), (module) => source.replaceAll("<name>", module), outOf === undefined ? "move" : "import");
  const places = [["adopt --into", into, files] as const, ...(outOf === undefined ? [] : [["adopt --out-of", outOf, forgotten] as const])];
  refuseExisting(places);
  for (const [, folder, written] of places) write(folder, written);
  const count = (kind: string) => fates.filter(({ fate }) => fate.kind === kind).length;
  const taken = outOf === undefined ? `${count("moves")} move, ${count("imported")} are imported` : `${count("moves") + count("imported")} are imported`;
  console.log(`${taken}, ${count("stays")} stay in AWS and leave the state, ${count("goes")} go`);
  for (const { resource, fate } of fates) if ("why" in fate) console.log(`${fate.kind} ${resource.address}: ${fate.why}`);
  notes.forEach((note) => console.log(`decide ${note}`));
}

type Files = Readonly<Record<string, string>>;

function refuseExisting(places: readonly (readonly [option: string, folder: string, files: Files])[]): void {
  const problems = places.flatMap(([path, folder, files]) => {
    const there = Object.keys(files).filter((name) => existsSync(join(folder, name)));
    return there.length === 0 ? [] : [{ path, expected: "a folder without these files", got: there, why: "nothing is overwritten", rule: "adopt-into" }];
  });
  if (problems.length > 0) throw new ProblemsError(problems);
}

function write(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    writeFileAtomic(join(folder, name), content);
    console.log(`wrote ${join(folder, name)}`);
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new ProblemsError([{ path: "adopt --state", expected: "a file that can be read, or - for what is piped in", got: file, why: (error as NodeJS.ErrnoException).code, rule: "adopt-state" }]);
  }
}
