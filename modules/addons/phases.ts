import { type AddonPhase, addonNames, addonPhases, addons } from "../../aws/addons";

/** The phases in their order. */
export const phases: readonly AddonPhase[] = addonPhases;

/** Where most add-ons stand. */
export const usualPhase = "afterNodes" satisfies AddonPhase;

/** The add-ons that stand elsewhere, by phase. */
export function standing(phase: AddonPhase): readonly string[] {
  return addonNames.filter((name) => addons[name].stands === phase);
}

/** Where an add-on stands by its name. */
export function phaseByName(name: string): AddonPhase {
  return phases.find((phase) => standing(phase).includes(name)) ?? usualPhase;
}
