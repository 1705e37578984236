import { type ModuleDefinition, refuse, type Target } from "../../kernel";
import { moduleInterface, type ModuleInterface } from "../../kernel/interface/module-interface";
import { modules } from "../../modules";
import { releases } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import { guardProblems } from "./guard";
import { listProblems } from "./release-list";
import { readRecord } from "./release-record";

/**
 * Holds every line of the modules against its last release.
 *
 * @throws ProblemsError with everything that callers of that release would lose, or that the changelog does not say.
 */
export function checkCompatibility(root: string): void {
  refuse(listProblems(releases, Object.keys(flavours)));
  const lines = Object.entries(flavours).flatMap(([line, target]) => {
    const recorded = readRecord(root, line);
    return recorded === undefined ? [] : [[line, { recorded, current: interfacesOf(modules, target) }] as const];
  });
  refuse(guardProblems(Object.fromEntries(lines), releases));
}

export function interfacesOf(definitions: readonly ModuleDefinition[], target: Target): Record<string, ModuleInterface> {
  return Object.fromEntries(definitions.map((definition) => [definition.name, moduleInterface(definition, target)]));
}
