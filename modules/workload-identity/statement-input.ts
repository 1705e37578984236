import { atLeastOne, choice, count, exactlyOne, list, map, matches, nullable, object, text, without } from "../../kernel";

const nonEmpty = count("statement-list", 1, Infinity);

/** A statement of one's own. What reaches far is a field of its own, so that a reader sees it. */
export const statementInput = object(
  {
    effect: choice(["Allow", "Deny"], { default: "Allow", doc: "Whether it allows or forbids." }),
    actions: nullable(
      list(text({ rules: [matches("statement-action", /^[a-z0-9-]+:[A-Za-z0-9-]+$/, "an action such as sqs:SendMessage", { why: "patterns stand in action patterns" })] }), {
        doc: "Actions, each in full.",
        rules: [nonEmpty],
      }),
    ),
    actionPatterns: nullable(
      list(text({ rules: [matches("statement-action-pattern", /^[a-z0-9-]+:[A-Za-z0-9*-]+$/, "a pattern of actions of one service, such as sqs:Get*")] }), {
        doc: "Patterns of actions with stars.",
        rules: [nonEmpty],
      }),
    ),
    resources: nullable(list(text(), { doc: "ARNs of what it is about; stars inside an ARN are patterns.", rules: [nonEmpty, without("statement-any-resource", "*", { why: "every resource is said by any resource" })] })),
    anyResource: nullable(
      object({ because: text({ doc: "Why no resource is named, such as an action that knows none.", rules: [matches("statement-because", /\S/, "a reason")] }) }, { doc: "Every resource, with the reason." }),
    ),
    conditions: nullable(
      map(map(list(text(), { rules: [nonEmpty] })), {
        doc: "Conditions as IAM writes them: the operator, then the key, then values. `StringEquals = { \"aws:RequestTag/team\" = [\"a\"] }`.",
        rules: [count("statement-conditions", 1, Infinity)],
      }),
    ),
  },
  {
    rules: [
      atLeastOne("statement-actions", ["actions", "actionPatterns"]),
      exactlyOne("statement-resources", ["resources", "anyResource"], { expected: "either resources or anyResource" }),
    ],
  },
);
