import { type Construct, type Expr, dynamic, local, some, tf } from "../../kernel";
import type { Group } from "./groups";

/** Disks of a group by the family of its image. */
export function disks(scope: Construct) {
  const byFamily = disksByFamily(scope);
  return (group: Group, family: Expr<string>) => {
    const { disk } = group;
    return dynamic(tf`${byFamily}[${family}]`, ({ key: deviceName, value: use }: { key: Expr<string>; value: Expr<string> }) => ({
      deviceName,
      ebs: {
        volumeType: tf`${use} == "data" && ${disk.io2} != null ? "io2" : "gp3"`,
        volumeSize: tf`${use} == "data" ? ${disk.gib} : null`,
        iops: tf`${use} == "data" ? try(${some(disk.io2).iops}, ${some(disk.gp3).iops}, null) : null`,
        throughput: tf`${use} == "data" ? try(${some(disk.gp3).throughputMibs}, null) : null`,
        encrypted: tf`true`,
        kmsKeyId: disk.kmsKeyArn,
        deleteOnTermination: tf`true`,
      },
    }));
  };
}

/**
 * Disks by the family of the image. What images and pods fill is `data`; the size of a `system` disk is the image's own.
 * Source: pkg/providers/amifamily of aws/karpenter-provider-aws (al2023.go, bottlerocket.go, windows.go), read 2026-11-21.
 */
function disksByFamily(scope: Construct) {
  const disks = {
    AL2023: { "/dev/xvda": "data" },
    BOTTLEROCKET: { "/dev/xvda": "system", "/dev/xvdb": "data" },
    WINDOWS: { "/dev/sda1": "data" },
  };
  return local(scope, "disks", tf`${disks}`);
}
