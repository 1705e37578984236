import { arnPatterns } from "../../aws/arn-patterns";
import { exactlyOne, flag, keys, length, list, map, matches, nullable, number, object, text, whole } from "../../kernel";
import { chartVersionRule, namespaceRule, releaseInputs, releaseNameRules, repositoryRule } from "../helm-release";

const { timeoutMinutes, ready } = releaseInputs;

export const published = nullable(
  object(
    {
      repository: text({ doc: "Address of the repository or registry, `https://…` or `oci://…`, without the chart's name. Terraform reads it while it plans.", rules: [repositoryRule] }),
      name: text({ doc: "Name of the chart there.", rules: [matches("chart-name", /^[A-Za-z0-9][A-Za-z0-9._-]*$/, "the name of a chart: letters, digits and ._-")] }),
      version: text({ doc: "Version of the chart.", rules: [chartVersionRule] }),
    },
    { doc: "A chart that somebody publishes." },
  ),
);

const folder = object(
  { path: text({ doc: "Where it stands, such as `${path.module}/charts/shop`.", rules: [matches("chart-folder", /^[^:]+$/, "the path of a folder")] }) },
  { doc: "A chart of your own beside the configuration. A change of any of its files is a change of the release." },
);

const secret = object({
  secretArn: text({ doc: "ARN of the secret in Secrets Manager.", rules: [matches("release-secret", arnPatterns.secret, "the ARN of a secret")] }),
  jsonKey: nullable(text({ doc: "The key to read where the secret is a JSON object. Null takes it whole.", rules: [length("release-secret-key", 1, 256)] })),
  versionId: nullable(text({ doc: "Version of the secret. Null takes the current one, whenever the release changes.", rules: [matches("release-secret-version", /^[A-Za-z0-9-]{32,64}$/, "the id of a version, 32 to 64 letters, digits and hyphens")] })),
});

/** How a release is installed, in a module and in an environment. */
export const releaseOptions = {
  createNamespace: flag({ default: false, doc: "Lets Helm make the namespace, without labels or rules. It stays when the release goes." }),
  secrets: map(secret, {
    default: {},
    doc: "Values that no state and no plan holds, by their path in the chart's values, such as `auth.password`. Read from Secrets Manager while Terraform runs; text to the chart.",
    rules: [keys(matches("release-secret-path", /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+|\[[0-9]+\])*$/, "the path of a value, such as auth.password"))],
  }),
  secretsRevision: number({ default: 1, doc: "Raise it after a secret has changed without a new version id here: the release gets the secrets of that moment.", rules: [whole("release-secrets-revision", 1, 1_000_000)] }),
  wait: flag({ default: true, doc: "Waits until everything in the release is ready, and takes an install or upgrade back that does not get there. Without, a release is done when the API has taken it." }),
  waitForJobs: flag({ default: false, doc: "Waits for Jobs too." }),
  skipCrds: flag({ default: false, doc: "Leaves out the CustomResourceDefinitions in the chart's folder `crds`. Helm installs them once, and neither upgrades nor deletes them." }),
  timeoutMinutes,
};

/** What a chart is beside where its folder stands, which is said otherwise in an environment. */
export const chartMeta = { doc: "The chart: a published one, or a folder.", rules: [exactlyOne("release-chart", ["published", "folder"], { expected: "either published or folder" })] };

export const namespace = text({ doc: "Namespace of the release. It must be there, unless Helm makes it.", rules: [namespaceRule] });

export const helmReleaseInputs = {
  name: text({ doc: "Name of the release. To change it replaces the release.", rules: releaseNameRules }),
  chart: object({ published, folder: nullable(folder) }, chartMeta),
  namespace,
  values: list(text(), { default: [], doc: "Values as YAML documents; the last one wins. A plan shows them line by line: no secrets here." }),
  ...releaseOptions,
  ready,
};
