import { isRecord } from "../kernel/check";
import type { CheckedEnvironment } from "./environment";

type Addon = CheckedEnvironment["addons"][string];

/** What an add-on is told, as far as it can be read. */
export function settingsOf(addon: Addon | undefined): Readonly<Record<string, unknown>> {
  try {
    const settings: unknown = JSON.parse(addon?.configurationValues ?? "{}");
    return isRecord(settings) ? settings : {};
  } catch {
    return {};
  }
}
