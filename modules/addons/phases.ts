import { addonNames, addons } from "../../aws/addons";

/** The add-ons without which no node becomes ready, and those that pods need as soon as they start. */
export const standsBeforeNodes: readonly string[] = addonNames.filter((name) => addons[name].stands === "before-nodes");
