import { call, type Construct, type Expr, local, project, template, tf, where } from "../../kernel";
import type { Group, Inputs } from "./groups";
import { dnsAddress, quoted, type UserDataParts } from "./user-data-parts";
import { bottlerocketTable } from "./user-data-input";

const names = ["key", "group"] as const;

/**
 * TOML: our own settings of the table first, then the user's. With an image of EKS it joins them with its own.
 * Sources, read 2026-11-21: https://bottlerocket.dev/en/os/latest/api/settings/kubernetes/, user guide launch-templates.
 */
export function bottlerocketUserData(scope: Construct, { inputs, groups, families }: UserDataParts): Expr<unknown> {
  const asking = where(
    groups,
    (key, group) => tf`${families}[${key}] == "BOTTLEROCKET" && (${group.image} != null || ${group.maxPods} != null || ${group.bottlerocketSettings} != null)`,
    names,
  );
  const document = (_: Expr<string>, group: Group) => {
    const lines = call(
      "concat",
      [bottlerocketTable],
      tf`${group.image} == null ? [] : ${clusterSettings(inputs)}`,
      tf`${group.maxPods} == null ? [] : [${template`max-pods = ${group.maxPods}`}]`,
      tf`${group.bottlerocketSettings}[*]`,
      [""],
    );
    return tf<string>`join("\\n", ${lines})`;
  };
  return local(scope, "bottlerocket_user_data", project(local(scope, "bottlerocket_groups", asking), document, names));
}

function clusterSettings({ clusterName, clusterEndpoint, clusterCertificateAuthorityData, clusterServiceCidr }: Inputs) {
  return [
    template`cluster-name = ${quoted(clusterName)}`,
    template`api-server = ${quoted(clusterEndpoint)}`,
    template`cluster-certificate = ${quoted(clusterCertificateAuthorityData)}`,
    template`cluster-dns-ip = ${quoted(dnsAddress(clusterServiceCidr))}`,
  ];
}
