import { refuse } from "../../kernel";
import { releases } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import type { ModuleLines } from "../generate/module-lines";
import { guardProblems } from "./guard";
import { listProblems } from "./release-list";
import { readRecord } from "./release-record";

/**
 * Holds every line of the modules against its last release.
 *
 * @throws ProblemsError with everything that callers of that release would lose, or that the changelog does not say.
 */
export function checkCompatibility(root: string, modules: ModuleLines): void {
  refuse(listProblems(releases, Object.keys(flavours)));
  const lines = Object.keys(flavours).flatMap((line) => {
    const recorded = readRecord(root, line);
    return recorded === undefined ? [] : [[line, { recorded, current: modules.interfaces(line) }] as const];
  });
  refuse(guardProblems(Object.fromEntries(lines), releases));
}
