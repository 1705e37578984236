import type { PlannedResource } from "../plan-json";
import type { Counts } from "./review";

export const noCounts: Counts = { replace: 0, delete: 0, forget: 0, update: 0, create: 0, import: 0, move: 0 };

export function countsOf(resources: readonly PlannedResource[]): Counts {
  const countOf = (verb: PlannedResource["verb"]) => resources.filter((one) => one.verb === verb).length;
  return {
    replace: countOf("replace"),
    delete: countOf("delete"),
    forget: countOf("forget"),
    update: countOf("update"),
    create: countOf("create"),
    import: resources.filter(({ change }) => change?.importId !== undefined).length,
    move: resources.filter(({ change }) => change?.movedFrom !== undefined).length,
  };
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => all.reduce((total, counts) => total + counts[name], 0);
  return { replace: sum("replace"), delete: sum("delete"), forget: sum("forget"), update: sum("update"), create: sum("create"), import: sum("import"), move: sum("move") };
}

export function changesAnything(counts: Counts): boolean {
  return Object.values(counts).some((count) => count > 0);
}
