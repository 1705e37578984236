/**
 * Versions of EKS add-ons by Kubernetes version, newest that the sources name. AWS gives compatible versions by API only
 * (`aws eks describe-addon-versions`), so the table is a record of what was offered, and an environment may pin any other.
 * Sources: kube-proxy, coredns, vpc-cni from the tables of https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html,
 * managing-coredns.html and managing-vpc-cni.html as quoted on 2026-08-20 in a public document that verified them; the others from
 * public configurations of running clusters (August and September 2026). Read 2026-11-21. Add-ons that are not here are left to EKS.
 */
export const addonVersionsAsOf = "2026-08-20";

type ByKubernetes = Readonly<Record<string, string>>;

const kubernetes = ["1.31", "1.32", "1.33", "1.34", "1.35", "1.36"] as const;
const same = (version: string): ByKubernetes => Object.fromEntries(kubernetes.map((key) => [key, version]));

export const addonVersions: Readonly<Record<string, ByKubernetes>> = {
  "vpc-cni": same("v1.22.4-eksbuild.3"),
  "kube-proxy": {
    "1.31": "v1.31.14-eksbuild.20",
    "1.32": "v1.32.13-eksbuild.16",
    "1.33": "v1.33.10-eksbuild.13",
    "1.34": "v1.34.6-eksbuild.13",
    "1.35": "v1.35.3-eksbuild.13",
    "1.36": "v1.36.0-eksbuild.14",
  },
  coredns: {
    "1.31": "v1.11.4-eksbuild.40",
    "1.32": "v1.11.4-eksbuild.40",
    "1.33": "v1.12.4-eksbuild.18",
    "1.34": "v1.13.2-eksbuild.11",
    "1.35": "v1.14.3-eksbuild.3",
    "1.36": "v1.14.3-eksbuild.3",
  },
  "eks-pod-identity-agent": { ...same("v1.3.10-eksbuild.2"), "1.36": "v1.3.10-eksbuild.3" },
  "aws-ebs-csi-driver": same("v1.63.1-eksbuild.1"),
  "metrics-server": { "1.31": "v0.8.1-eksbuild.14", "1.32": "v0.8.1-eksbuild.14", "1.33": "v0.8.1-eksbuild.14", "1.34": "v0.9.0-eksbuild.5", "1.35": "v0.9.0-eksbuild.5" },
  "amazon-cloudwatch-observability": { "1.31": "v6.4.0-eksbuild.1", "1.32": "v6.4.0-eksbuild.1", "1.33": "v6.4.0-eksbuild.1", "1.34": "v6.4.0-eksbuild.1", "1.35": "v6.4.0-eksbuild.1" },
};

/** The minor versions of CoreDNS that EKS was seen to offer, by Kubernetes version. Sources as above, over the year. */
export const corednsMinors: Readonly<Record<string, readonly number[]>> = {
  "1.31": [11],
  "1.32": [11],
  "1.33": [12, 13],
  "1.34": [12, 13],
  "1.35": [13, 14],
  "1.36": [14],
};

/** The version of the table, or undefined where it has none. */
export function knownAddonVersion(addon: string, kubernetesVersion: string): string | undefined {
  const versions = Object.hasOwn(addonVersions, addon) ? addonVersions[addon]! : {};
  return Object.hasOwn(versions, kubernetesVersion) ? versions[kubernetesVersion] : undefined;
}

/** `v1.35.3-eksbuild.13` as 35. */
export function addonMinor(version: string): number | undefined {
  const minor = /^v1\.([0-9]+)\./.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
