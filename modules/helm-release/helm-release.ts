import { Release, type ReleaseSetWo } from "@cdktf/provider-helm/lib/release";
import { bind, choose, Construct, ephemeral, type Expr, type GivenInputs, type Handle, type Handles, listOf, local, outputs, present, resource, revisionOf, some, template, tf } from "../../kernel";
import { releaseArguments } from "../helm-release";
import { helmReleaseInputs } from "./inputs";

type Inputs = Handles<typeof helmReleaseInputs>;

/** A Helm release of any chart. */
export class HelmRelease extends Construct {
  /** Ids that are known when the release is there. */
  readonly ready: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof helmReleaseInputs>) {
    super(scope, id);
    const inputs = bind(this, helmReleaseInputs, given);
    const { name, chart, namespace, values, timeoutMinutes, wait } = inputs;
    const described = description(this, chart);
    const release = resource(Release, this, "this", {
      ...releaseArguments({ name, ...chartArguments(chart), namespace, values, timeoutMinutes }),
      description: described,
      createNamespace: inputs.createNamespace,
      skipCrds: inputs.skipCrds,
      wait,
      waitForJobs: inputs.waitForJobs,
      atomic: wait,
      ...secretArguments(this, inputs, described),
      dependsOn: [inputs.ready],
    });

    this.ready = tf`[${release.id}]`;
    outputs(this, {
      name: { value: release.name, doc: "Name of the release." },
      namespace: { value: release.namespace, doc: "Namespace of the release." },
      chartVersion: { value: release.version, doc: "Version of the chart that is installed." },
      ready: { value: this.ready, doc: "Ids that are known when the release is there, for what must come after it." },
    });
  }
}

/** A release does not say what its chart's files are. As its description they are compared, and stand in Helm's history. */
function description(scope: Construct, { folder }: Inputs["chart"]): Handle<string | null> {
  const { path } = some(folder);
  const file = tf<string>`file`;
  const files = tf`[for file in fileset(${path}, "**") : ${template`${file} ${tf`filesha256(${template`${path}/${file}`})`}`}]`;
  return local(scope, "description", choose<string | null>([present(folder), template`files ${tf`substr(sha256(join("", ${files})), 0, 12)`}`], null));
}

function chartArguments({ published, folder }: Inputs["chart"]) {
  return {
    chart: choose<string>([present(folder), some(folder).path], some(published).name),
    repository: tf<string | null>`one(${published}[*].repository)`,
    version: tf<string | null>`one(${published}[*].version)`,
  };
}

/**
 * Values that are written only. The provider delivers them with a revision that is greater than the last alone, and an
 * upgrade without one takes them away: https://github.com/hashicorp/terraform-provider-helm/issues/1753, read 2026-11-21.
 */
function secretArguments(scope: Construct, { secrets, secretsRevision, ...told }: Inputs, described: Expr<string | null>) {
  const { value: secret } = secrets.each;
  const read = ephemeral<{ readonly secretString: string }>(scope, "aws_secretsmanager_secret_version", "this", { for_each: secrets, secret_id: secret.secretArn, version_id: secret.versionId });
  const values = listOf(
    secrets,
    (path, { jsonKey }) => ({ name: path, type: "string", value: asHelmText(tf`${jsonKey} == null ? ${read.at(path).secretString} : jsondecode(${read.at(path).secretString})[${jsonKey}]`) }),
    ["path", "secret"],
  );
  const { name: _, ready: __, ...others } = told;
  const setWoRevision = revisionOf(scope, "secrets", {
    wanted: tf`length(${secrets}) > 0`,
    told: [...Object.values(others), secrets, secretsRevision, described],
    comment: "The provider delivers write-only values only with a greater revision: an upgrade without one would take them away.",
  });
  return { setWo: tf<readonly ReleaseSetWo[]>`${values}`, setWoRevision };
}

/** Helm reads commas, backslashes and braces in a value as signs of a list. */
function asHelmText(value: Expr<string>): Expr<string> {
  return tf`replace(${value}, "/[\\\\\\\\,{}]/", "\\\\$0")`;
}
