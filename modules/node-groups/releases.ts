import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { releaseParameters } from "../../aws/ami-releases";
import { commented, type Construct, data, type Expr, local, present, project, tf, where } from "../../kernel";
import { type Group, type Groups, type Inputs, versionOf } from "./groups";

/** The release of a group's image: pinned, the newest that AWS recommends, or null for EKS to choose. */
export function releases(scope: Construct, inputs: Inputs, groups: Groups): (key: Expr<string>, group: Group) => Expr<string | null> {
  const asking = where(groups, (_, group) => present(group.latestRelease), ["key", "group"]);
  const parameters = local(scope, "release_parameters", tf`${releaseParameters}`);
  const { value: group } = asking.each;
  const newest = data(DataAwsSsmParameter, scope, "release", {
    forEach: asking,
    name: tf<string>`format(${parameters}[${group.amiType}], ${versionOf(inputs, group)})`,
  });
  const release = (value: Expr<string>) => tf`try(jsondecode(${value}).release_version, ${value})`;
  const found = local(
    scope,
    "releases",
    commented(project(newest, (_, parameter) => release(parameter.insecureValue), ["key", "parameter"]), "The parameter of a Windows image is a JSON document, any other the release itself."),
  );
  return (key, own) => tf`lookup(${found}, ${key}, ${own.releaseVersion})`;
}
