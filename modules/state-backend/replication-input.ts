import { arnPatterns } from "../../aws/arn-patterns";
import { matches, nullable, object, text } from "../../kernel";

export const replicationInput = nullable(
  object(
    {
      bucketArn: text({ doc: "ARN of the other bucket. It must have versions.", rules: [matches("replica-bucket", arnPatterns.bareBucket, "the ARN of a bucket")] }),
      kmsKeyArn: text({ doc: "Key of the other bucket's region, with which copies are encrypted.", rules: [matches("replica-key", arnPatterns.kmsKey, "the ARN of a KMS key")] }),
      account: nullable(
        text({
          doc: "Account of the other bucket, where it is another one. It then owns the copies, and bucket and key must let the role in.",
          rules: [matches("replica-account", /^[0-9]{12}$/, "an account id of twelve digits")],
        }),
      ),
    },
    { doc: "Copies every state to a bucket that is there, such as one in another region. Null copies nothing." },
  ),
);
