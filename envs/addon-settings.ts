import { isRecord } from "../kernel/check";
import type { CheckedEnvironment } from "./environment";
import { cniSettings } from "./pod-network";

type Addon = Pick<CheckedEnvironment["addons"][string], "configuration" | "podNetwork">;
type Settings = Readonly<Record<string, unknown>>;

/** What an add-on is told, as far as it is known before Terraform runs. */
export function settingsOf(addon: Addon | undefined): Settings {
  const { configuration = null, podNetwork = null } = addon ?? {};
  return joined(podNetwork === null ? {} : cniSettings(podNetwork), isRecord(configuration) ? configuration : {});
}

/** Both, at every depth. Where both say something, the second. */
export function joined(first: Settings, second: Settings): Settings {
  const entries = Object.entries(second).map(([key, value]) => {
    const other = first[key];
    return [key, isRecord(other) && isRecord(value) ? joined(other, value) : value] as const;
  });
  return { ...first, ...Object.fromEntries(entries) };
}

/** The paths at which both say something. */
export function overlap(first: Settings, second: Settings, path: readonly string[] = []): string[][] {
  return Object.entries(second).flatMap(([key, value]) => {
    const [other, at] = [first[key], [...path, key]];
    if (other === undefined || value === undefined) return [];
    return isRecord(other) && isRecord(value) ? overlap(other, value, at) : [at];
  });
}

/** Keys in the order of the alphabet, as Terraform's own encoder writes them. */
export function settingsText(settings: Settings): string {
  return JSON.stringify(settings, (_, value: unknown) => (isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value));
}
