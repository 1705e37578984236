import { refuse } from "../../kernel";
import { releases } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import type { ModuleLines } from "../generate/module-lines";
import { breakProblems, guardProblems } from "./guard";
import { listProblems } from "./release-list";
import { readRecord } from "./release-record";

/**
 * Holds every line of the modules against its last release.
 *
 * @throws ProblemsError with everything that callers of that release would lose; with `announced`, also with what the
 * release in the making does not say of its changes.
 */
export function checkCompatibility(root: string, modules: ModuleLines, { announced }: { readonly announced: boolean }): void {
  refuse(listProblems(releases, Object.keys(flavours)));
  const lines = Object.keys(flavours).flatMap((line) => {
    const recorded = readRecord(root, line);
    return recorded === undefined ? [] : [[line, { recorded, current: modules.interfaces(line) }] as const];
  });
  refuse((announced ? guardProblems : breakProblems)(Object.fromEntries(lines), releases));
}
