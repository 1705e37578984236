import { arnPatterns } from "../../aws/arn-patterns";
import { autoModeNodePools } from "../../aws/cluster-limits";
import { nameLimits } from "../../aws/name-limits";
import { autoModeCanBeLeft } from "../../aws/provider-floor";
import { choice, distinct, exactlyOne, flag, list, matches, nullable, object, text } from "../../kernel";
import { fixedName } from "../fixed-name";

const givenRole = (id: string) => nullable(text({ doc: "ARN of an existing role.", rules: [matches(`${id}-arn`, arnPatterns.iamRole, "the ARN of an IAM role")] }));

/** A role that is made here or exists already. */
export const madeOrGivenRole = (id: string, doc: string) =>
  object({ create: nullable(object({})), arn: givenRole(id) }, { default: { create: {} }, doc, rules: [exactlyOne(id, ["create", "arn"])] });

/** The same, where a role that is adopted may keep its name. */
export const namedOrGivenRole = (id: string, doc: string) =>
  object(
    { create: nullable(object({ name: fixedName(`${id}-name`, "role", nameLimits.aws_iam_role.name) })), arn: givenRole(id) },
    { default: { create: {} }, doc, rules: [exactlyOne(id, ["create", "arn"])] },
  );

/** EKS runs the nodes, their storage and their load balancers. */
export const autoModeInput = nullable(
  object(
    {
      enabled: flag({ default: true, since: autoModeCanBeLeft, doc: "The three switches of Auto Mode. To leave it, say `false` first, and remove the object in a later change." }),
      nodePools: list(choice(autoModeNodePools), {
        default: autoModeNodePools,
        doc: "Node pools that EKS brings. None leaves it to node pools of your own.",
        rules: [distinct("auto-mode-node-pools")],
      }),
      nodeRole: namedOrGivenRole("auto-mode-node-role", "Role of the nodes: `create` makes one, `arn` names an existing one. Another role replaces the cluster."),
    },
    { doc: "EKS Auto Mode: EKS brings nodes, block storage and load balancing, and with them the add-ons that they need." },
  ),
);
