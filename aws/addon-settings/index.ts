import { coredns } from "./coredns";
import { kubeProxy } from "./kube-proxy";
import { cloudWatchObservability, metricsServer, nodeMonitoring, podIdentityAgent } from "./observability";
import type { Settings, ValuesOf } from "./setting";
import { ebsCsi, efsCsi, snapshotController } from "./storage";
import { vpcCni } from "./vpc-cni";

/** What the usual add-ons can be told. */
export const addonSettings = {
  "vpc-cni": vpcCni,
  "kube-proxy": kubeProxy,
  coredns,
  "aws-ebs-csi-driver": ebsCsi,
  "aws-efs-csi-driver": efsCsi,
  "snapshot-controller": snapshotController,
  "eks-pod-identity-agent": podIdentityAgent,
  "metrics-server": metricsServer,
  "eks-node-monitoring-agent": nodeMonitoring,
  "amazon-cloudwatch-observability": cloudWatchObservability,
} as const satisfies Readonly<Record<string, Settings>>;

export type ConfigurableAddon = keyof typeof addonSettings;

/** The settings of an add-on, for editors. */
export type SettingsOf<A extends ConfigurableAddon> = ValuesOf<(typeof addonSettings)[A]>;

/** The table of an add-on, or undefined for one that has none. */
export function settingsTable(name: string): Settings | undefined {
  return Object.hasOwn(addonSettings, name) ? addonSettings[name as ConfigurableAddon] : undefined;
}
