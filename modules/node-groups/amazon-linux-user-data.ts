import { call, type Construct, type Expr, local, project, some, template, tf, where } from "../../kernel";
import type { Group, Inputs } from "./groups";
import type { UserDataParts } from "./user-data-parts";
import { boundary } from "./user-data-input";

const names = ["key", "group"] as const;
const script = 'Content-Type: text/x-shellscript; charset="utf-8"';

/**
 * MIME parts: scripts, and a NodeConfig that nodeadm joins with that of EKS. cloud-init runs every script before nodeadm
 * starts kubelet, so what comes after is put behind nodeadm's own unit.
 * Sources, read 2026-11-21: nodeadm/doc/api.md and nodeadm-run.service of awslabs/amazon-eks-ami, user guide launch-templates.
 */
export function amazonLinuxUserData(scope: Construct, { inputs, groups, families }: UserDataParts): Expr<unknown> {
  const asking = where(
    groups,
    (key, group) => tf`${families}[${key}] == "AL2023" && (${configured(group)} || ${group.scriptBefore} != null || ${group.scriptAfter} != null)`,
    names,
  );
  const linux = local(scope, "amazon_linux_groups", asking);
  const configs = local(scope, "node_configs", project(linux, (_, group) => tf`yamlencode(${nodeConfig(inputs, group)})`, names));
  const document = (key: Expr<string>, group: Group) => {
    const parts = call(
      "concat",
      ["MIME-Version: 1.0", `Content-Type: multipart/mixed; boundary="${boundary}"`, ""],
      tf`${group.scriptBefore} == null ? [] : ${part(script, group.scriptBefore)}`,
      tf`${configured(group)} ? ${part("Content-Type: application/node.eks.aws", "---", tf`${configs}[${key}]`)} : []`,
      tf`${group.scriptAfter} == null ? [] : ${part(script, ...afterJoining(group))}`,
      [`--${boundary}--`, ""],
    );
    return tf<string>`join("\\n", ${parts})`;
  };
  return local(scope, "amazon_linux_user_data", project(linux, document, names));
}

function part(type: string, ...lines: readonly (string | Expr<string | null>)[]) {
  return [`--${boundary}`, type, "", ...lines];
}

/** A unit of its own that waits for nodeadm. The script is base64, so that nothing in it can end the part. */
function afterJoining({ scriptAfter }: Group) {
  return [
    "#!/bin/bash",
    template`echo ${tf`base64encode(${scriptAfter})`} | base64 --decode > /usr/local/sbin/after-joining`,
    "chmod 0700 /usr/local/sbin/after-joining",
    "systemd-run --no-block --unit=after-joining --property=After=nodeadm-run.service /usr/local/sbin/after-joining",
  ];
}

function configured({ image, maxPods, nodeConfig }: Group) {
  return tf`(${image} != null || ${maxPods} != null || ${nodeConfig} != null)`;
}

/** Only what is set: an empty part could stand over that of EKS. */
function nodeConfig({ clusterName, clusterEndpoint, clusterCertificateAuthorityData, clusterServiceCidr }: Inputs, group: Group) {
  const { maxPods } = group;
  // Not there at all where only a script or the number of pods is asked for.
  const config = some(group.nodeConfig);
  const cluster = { name: clusterName, apiServerEndpoint: clusterEndpoint, certificateAuthority: clusterCertificateAuthorityData, cidr: clusterServiceCidr };
  const kubeletConfig = tf`merge(jsondecode(try(coalesce(${config.kubeletConfig}, "{}"), "{}")), ${given({ maxPods })})`;
  const spec = {
    cluster: tf`${group.image} == null ? null : ${cluster}`,
    kubelet: filled({ config: kubeletConfig, flags: tf`try(${config.kubeletFlags}, [])` }),
    containerd: given({ config: tf`try(${config.containerdConfig}, null)` }),
    instance: filled({ localStorage: given({ strategy: tf`try(${config.localStorage}, null)` }) }),
    featureGates: tf`try(${config.featureGates}, null)`,
  };
  return { apiVersion: "node.eks.aws/v1alpha1", kind: "NodeConfig", spec: filled(spec) };
}

/** The fields that are not null. */
function given(fields: object) {
  return tf`{ for field, value in ${fields} : field => value if value != null }`;
}

/** The fields in which something stands. */
function filled(fields: object) {
  return tf`{ for field, value in ${fields} : field => value if try(length(value), 0) > 0 }`;
}
