import { call, type Construct, type Expr, local, project, template, tf, where } from "../../kernel";
import type { Group, Inputs } from "./groups";
import { dnsAddress, quoted, type UserDataParts } from "./user-data-parts";

const names = ["key", "group"] as const;
const script = "$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1";

/**
 * PowerShell. With an image of EKS its own commands come after these; with another, these start the bootstrap script.
 * Source: user guide launch-templates, read 2026-11-21.
 */
export function windowsUserData(scope: Construct, { inputs, groups, families }: UserDataParts): Expr<unknown> {
  const asking = where(groups, (key, group) => tf`${families}[${key}] == "WINDOWS" && (${group.image} != null || ${group.scriptBefore} != null)`, names);
  const document = (_: Expr<string>, group: Group) => {
    const start = tf`join(" ", concat(${bootstrap(inputs)}, ${group.maxPods} == null ? [] : [${template`-KubeletExtraArgs "--max-pods=${group.maxPods}"`}]))`;
    const lines = call(
      "concat",
      ["<powershell>"],
      tf`${group.scriptBefore}[*]`,
      tf`${group.image} == null ? [] : [${start}]`,
      tf`${group.scriptAfter}[*]`,
      ["</powershell>", ""],
    );
    return tf<string>`join("\\n", ${lines})`;
  };
  return local(scope, "windows_user_data", project(local(scope, "windows_groups", asking), document, names));
}

function bootstrap({ clusterName, clusterEndpoint, clusterCertificateAuthorityData, clusterServiceCidr }: Inputs) {
  return [
    `& "${script}"`,
    template`-EKSClusterName ${quoted(clusterName)}`,
    template`-APIServerEndpoint ${quoted(clusterEndpoint)}`,
    template`-Base64ClusterCA ${quoted(clusterCertificateAuthorityData)}`,
    template`-DNSClusterIP ${quoted(dnsAddress(clusterServiceCidr))}`,
    template`-ServiceCIDR ${quoted(clusterServiceCidr)}`,
  ];
}
