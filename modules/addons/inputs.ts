import { arnPatterns } from "../../aws/arn-patterns";
import { addonConflicts } from "../../aws/cluster-limits";
import { choice, flag, jsonObject, keys, map, matches, nullable, object, readiness, text } from "../../kernel";
import { tagsInput } from "../tags-input";
import { standsBeforeNodes } from "./phases";

// What the AWS provider takes: https://semver.org with a v, without build metadata.
const semanticVersion = /^v(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?$/;

const addon = object({
  version: nullable(
    text({
      doc: "Version, such as `v1.20.4-eksbuild.1`. Null takes what EKS holds to be right for the cluster's version when the add-on is made.",
      rules: [matches("addon-version", semanticVersion, "a version such as v1.20.4-eksbuild.1")],
    }),
  ),
  configurationValues: nullable(text({ doc: "Settings of the add-on as a JSON object, by the schema of its version.", rules: [jsonObject("addon-configuration")] })),
  resolveConflictsOnCreate: choice(addonConflicts.onCreate, {
    default: "OVERWRITE",
    doc: "What happens to fields of the same objects that somebody else has set, when the add-on is made.",
  }),
  resolveConflictsOnUpdate: choice(addonConflicts.onUpdate, { default: "OVERWRITE", doc: "The same at every update. `PRESERVE` keeps what others have set." }),
  preserve: flag({ default: false, doc: "Keeps the add-on's software in the cluster when the add-on is deleted." }),
  roleArn: nullable(
    text({
      doc: "ARN of the role of the add-on's service account (IRSA). Null leaves it the permissions of the nodes.",
      rules: [matches("addon-role", arnPatterns.iamRole, "the ARN of an IAM role")],
    }),
  ),
  phase: nullable(
    choice(["beforeNodes", "afterNodes"], {
      doc: `When the add-on is made. Null goes by its name: ${standsBeforeNodes.join(", ")} before nodes, all others after. To change it replaces the add-on.`,
    }),
  ),
});

export const addonsInputs = {
  clusterName: text({ doc: "Name of the cluster." }),
  addons: map(addon, {
    doc: "Add-ons by the name that EKS gives them. Nodes wait for those that stand before nodes, and the others wait for nodes.",
    rules: [keys(matches("addon-name", /^[A-Za-z0-9][A-Za-z0-9_-]*$/, "the name of an EKS add-on, of letters, digits, hyphens and underscores"))],
  }),
  nodesReady: readiness("Ids of the nodes that the add-ons after nodes need: their pods would find no place and the add-on would be reported degraded."),
  tags: tagsInput("Tags of the add-ons."),
};
