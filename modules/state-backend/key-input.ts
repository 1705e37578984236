import { arnPatterns } from "../../aws/arn-patterns";
import { distinct, exactlyOne, list, matches, nullable, number, object, text, whole } from "../../kernel";

export const keyInput = object(
  {
    create: nullable(
      object({
        rotationDays: number({ default: 365, doc: "Days between automatic rotations of the key.", rules: [whole("state-key-rotation", 90, 2560)] }),
        deletionWindowDays: number({ default: 30, doc: "Days between the key's deletion and its end, in which it can be brought back. Without the key every state is lost.", rules: [whole("state-key-deletion-window", 7, 30)] }),
        administrators: list(text({ rules: [matches("state-key-administrator", arnPatterns.iamRoleOrUser, "the ARN of an IAM role or user")] }), {
          default: [],
          doc: "ARNs of roles and users that administer the key and need not be allowed to by IAM. The account administers it in any case.",
          rules: [distinct("state-key-distinct-administrators")],
        }),
      }),
    ),
    arn: nullable(text({ doc: "ARN of an existing symmetric key of the bucket's region.", rules: [matches("state-key-arn", arnPatterns.kmsKey, "the ARN of a KMS key")] })),
  },
  {
    default: { create: {} },
    doc: "KMS key of states and locks: `create` makes one with the alias `alias/terraform-state/<bucket>`, `arn` names an existing one. What was written with one key stays with it.",
    rules: [exactlyOne("state-key", ["create", "arn"])],
  },
);
