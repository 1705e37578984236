import { matches, nullable, object, text, tf } from "../../kernel";
import { Fluentd } from "../../modules/fluentd/fluentd";
import { fluentdInputs } from "../../modules/fluentd/inputs";
import { logGroupName } from "../../modules/fluentd/log-groups";
import type { CheckedEnvironment } from "../environment";
import { chartValuesInput, documents } from "./chart-values";
import type { Identified, Part, PartIdentities } from "./place";

const { clusterName: _name, region: _region, serviceAccountAnnotations: _annotations, ready: _ready, values: _values, tags: _tags, ...own } = fluentdInputs;

/** Fluentd as an environment says it: what the cluster tells is wired. */
export const fluentdInput = nullable(
  object(
    {
      ...own,
      values: chartValuesInput,
      openSearchArn: nullable(
        text({
          doc: "ARN of the OpenSearch domain or collection to which its role may write. Wanted with `sigV4`.",
          rules: [matches("fluentd-open-search-arn", /^arn:aws[a-z-]*:(es:[a-z0-9-]+:[0-9]{12}:domain\/[a-z0-9-]+|aoss:[a-z0-9-]+:[0-9]{12}:collection\/[a-z0-9]+)$/, "the ARN of a domain or collection")],
        }),
      ),
    },
    { doc: "Fluentd on every node: logs to CloudWatch Logs, OpenSearch or Elasticsearch." },
  ),
);

type Platform = NonNullable<CheckedEnvironment["platform"]>;
type Given = NonNullable<Platform["fluentd"]>;

/** The role of Fluentd, for exactly its log groups, or for the domain to which it signs its requests. */
export function fluentdIdentities({ fluentd, identity }: Partial<Pick<Platform, "fluentd" | "identity">>, clusterName: string): PartIdentities {
  if (fluentd == null) return {};
  const { namespace, serviceAccount, output } = fluentd;
  const account = { namespace, serviceAccount };
  if (output.cloudWatch !== null) {
    const groups = Object.entries(output.cloudWatch.logGroups).map(([stream, group]) => group.name ?? logGroupName(clusterName, stream));
    return groups.length === 0 ? {} : { fluentd: { ...account, method: identity ?? "podIdentity", permissions: { logs: { groups } } } };
  }
  // The plugin of OpenSearch does not find credentials of Pod Identity.
  return signs(fluentd) ? { fluentd: { ...account, method: "irsa", permissions: {}, statements: { WriteDocuments: writing(fluentd) } } } : {};
}

/** Made where the environment has it. */
export function fluentd({ stack, environment, cluster, identities, ready }: Identified): Part | undefined {
  const given = environment.platform!.fluentd;
  if (given === null) return undefined;
  const { values, openSearchArn: _, ...asModule } = given;
  const hasRole = "fluentd" in fluentdIdentities(environment.platform!, environment.cluster.name);
  return new Fluentd(stack, "fluentd", {
    ...asModule,
    clusterName: cluster.name,
    region: environment.region,
    serviceAccountAnnotations: hasRole ? tf<Readonly<Record<string, string>>>`${identities.annotations}["fluentd"]` : {},
    values: tf<readonly string[]>`${documents(values)}`,
    ready: tf<readonly string[]>`concat(${ready}, ${identities.ready})`,
  });
}

/** Does it sign its requests with its role? */
export function signs({ output }: Given): boolean {
  return output.openSearch?.sigV4 != null;
}

function writing({ output, openSearchArn }: Given) {
  if (output.openSearch?.sigV4?.service === "aoss") return { actions: ["aoss:APIAccessAll"], resources: [openSearchArn ?? ""] };
  return { actions: ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"], resources: [`${openSearchArn ?? ""}/*`] };
}
