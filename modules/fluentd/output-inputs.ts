import { arnPatterns } from "../../aws/arn-patterns";
import { logRetentionDays } from "../../aws/log-retention";
import { atMostOne, choice, exactlyOne, keys, map, matches, nullable, number, object, oneOf, text, whole } from "../../kernel";

/** What is told apart: what people's containers write, what the cluster's own software writes, what the machine writes. */
export const streams = ["application", "dataplane", "host"] as const;

const group = object({
  name: nullable(
    text({
      doc: "Name of the group. Null makes it `/aws/containerinsights/<cluster>/<stream>`, where Container Insights looks.",
      // Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html, read 2026-11-21.
      rules: [matches("fluentd-log-group", /^[A-Za-z0-9._/#-]{1,512}$/, "1 to 512 letters, digits and ._/#-")],
    }),
  ),
  retentionDays: number({
    default: 90,
    doc: "Days that events are kept; 0 keeps them for ever.",
    rules: [oneOf("fluentd-log-retention", logRetentionDays, { why: "CloudWatch Logs knows no other" })],
  }),
  kmsKeyArn: nullable(
    text({
      doc: "KMS key that encrypts the group; its policy must let CloudWatch Logs use it. Null leaves it to AWS.",
      rules: [matches("fluentd-log-key", arnPatterns.kmsKey, "the ARN of a KMS key")],
    }),
  ),
});

const cloudWatch = object(
  {
    logGroups: map(group, {
      default: { application: {}, dataplane: {}, host: {} },
      doc: "A log group for each stream: `application`, `dataplane`, `host`. A stream without a group is not kept.",
      rules: [keys(oneOf<string>("fluentd-stream", streams))],
    }),
    onDestroy: choice(["keep", "drop"], { doc: "What becomes of the groups and their events when this is destroyed. Groups that were kept must be imported before the same is made again." }),
  },
  { doc: "CloudWatch Logs." },
);

const target = {
  host: text({ doc: "Host name, without scheme.", rules: [matches("fluentd-search-host", /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, "a host name without scheme")] }),
  port: number({ default: 443, doc: "Port.", rules: [whole("fluentd-search-port", 1, 65535)] }),
  scheme: choice(["https", "http"], { default: "https", doc: "How it is spoken to. `http` sends logs in the open." }),
  indexPrefix: text({
    default: "kubernetes",
    doc: "What the names of the indices begin with; there is one for each day.",
    rules: [matches("fluentd-search-index", /^[a-z0-9][a-z0-9_.-]{0,99}$/, "1 to 100 lower-case letters, digits and _.-, the first a letter or digit")],
  }),
  secret: nullable(
    object(
      {
        name: text({ doc: "Name of the Secret, in the namespace of the release.", rules: [matches("fluentd-search-secret", /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "the name of a Secret")] }),
        userKey: text({ default: "username", doc: "Key of the user's name.", rules: [matches("fluentd-search-user-key", /^[A-Za-z0-9._-]{1,253}$/, "a key of letters, digits and ._-")] }),
        passwordKey: text({ default: "password", doc: "Key of the password.", rules: [matches("fluentd-search-password-key", /^[A-Za-z0-9._-]{1,253}$/, "a key of letters, digits and ._-")] }),
      },
      { doc: "A Secret of the cluster with user and password. Terraform never reads it." },
    ),
  ),
};

const openSearch = object(
  {
    ...target,
    dataStream: nullable(
      text({ doc: "A data stream in place of an index for each day. It must be reachable when Fluentd starts.", rules: [matches("fluentd-data-stream", /^[a-z0-9][a-z0-9_.-]{0,99}$/, "1 to 100 lower-case letters, digits and _.-, the first a letter or digit")] }),
    ),
    sigV4: nullable(
      object(
        { service: choice(["es", "aoss"], { default: "es", doc: "`es` for a domain of Amazon OpenSearch Service, `aoss` for a serverless collection." }) },
        { doc: "Signs requests with the role of the service account. By IRSA only: the plugin does not find credentials of Pod Identity." },
      ),
    ),
  },
  { doc: "OpenSearch.", rules: [atMostOne("fluentd-search-authentication", ["secret", "sigV4"])] },
);

const elasticsearch = object(
  {
    ...target,
    version: choice(["7", "8", "9"], { doc: "Major version of the server: the client in the image must be of the same." }),
  },
  { doc: "Elasticsearch." },
);

export const outputInput = object(
  { cloudWatch: nullable(cloudWatch), openSearch: nullable(openSearch), elasticsearch: nullable(elasticsearch) },
  { doc: "Where logs go: one of the three. Each needs an image of its own, which follows.", rules: [exactlyOne("fluentd-output", ["cloudWatch", "openSearch", "elasticsearch"])] },
);
