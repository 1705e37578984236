import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { nodeGroupsInputs } from "../../../modules/node-groups/inputs";
import { nodeGroupsModule } from "../../../modules/node-groups/module";
import { NodeGroups } from "../../../modules/node-groups/node-groups";
import { bindings, planBoth } from "../cluster/both-bindings";
import { minimal, system } from "./minimal";

const subject = { definition: nodeGroupsModule, inputs: nodeGroupsInputs, construct: NodeGroups };
const cluster = {
  clusterEndpoint: "https://0123456789.gr7.us-east-1.eks.amazonaws.com",
  clusterCertificateAuthorityData: "Y2VydGlmaWNhdGVBdXRob3JpdHk=",
  clusterServiceCidr: "10.100.0.0/16",
};
const bottlerocket = { ...system, amiType: "BOTTLEROCKET_ARM_64" } as const;
const windows = { ...system, amiType: "WINDOWS_FULL_2022_x86_64" } as const;
const withImage = (family: "AL2023" | "BOTTLEROCKET" | "WINDOWS") => ({ ...system, amiType: null, image: { id: "ami-0123456789abcdef0", family } });
const before = `#!/bin/bash
echo "\${HOME} %{x} 'ü' \\n" > /etc/before`;
const after = `#!/bin/bash
cat <<'END'
--==node==--
END`;
const containerd = `[plugins."io.containerd.grpc.v1.cri".containerd]
discard_unpacked_layers = false
`;
const groups = {
  system,
  bottlerocket,
  windows,
  pods: { ...system, maxPods: 58 },
  scripts: { ...system, scriptBefore: before, scriptAfter: after },
  full: {
    ...system,
    maxPods: 110,
    nodeConfig: {
      kubeletConfig: '{"shutdownGracePeriod":"30s","featureGates":{"DisableKubeletCloudCredentialProviders":true},"maxPods":9}',
      kubeletFlags: ["--v=2", "--node-labels=a=b"],
      containerdConfig: containerd,
      localStorage: "RAID0",
      featureGates: { FastImagePull: true, InstanceIdNodeName: false },
    },
  },
  own: withImage("AL2023"),
  rocket: { ...bottlerocket, maxPods: 30, bottlerocketSettings: 'pods-per-core = 10\n[settings.kernel]\nlockdown = "integrity"\n[settings.kubernetes.node-labels]\npool = "rocket"' },
  ownRocket: { ...withImage("BOTTLEROCKET"), maxPods: 30 },
  shell: { ...windows, scriptBefore: "Write-Host before" },
  ownWindows: { ...withImage("WINDOWS"), scriptBefore: "Write-Host before", scriptAfter: "Write-Host after", maxPods: 20 },
} as const;
let planned: Awaited<ReturnType<typeof planBoth>>;

beforeAll(async () => {
  planned = await planBoth(subject, { nodes: { ...minimal, ...cluster, groups } });
});

/** What cloud-init and nodeadm read: each part by its type, in the order of the document. */
function parts(document: string): { readonly type: string; readonly body: string }[] {
  const [head, ...rest] = document.split(/^--==node==(?:--)?\n/m);
  expect(head).toBe('MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="==node=="\n\n');
  expect(document.endsWith("\n--==node==--\n")).toBe(true);
  return rest.slice(0, -1).map((part) => {
    const [, type, body] = /^Content-Type: ([^\n]+)\n\n([^]*)\n$/.exec(part)!;
    return { type: type!, body: body! };
  });
}

describe.each(bindings)("user data in a %s", (binding) => {
  const text = (group: keyof typeof groups) => {
    const encoded = planned(binding, "nodes").values(`aws_launch_template.this["${group}"]`)["user_data"] as string | null;
    return encoded === null ? null : Buffer.from(encoded, "base64").toString("utf8");
  };
  const nodeConfig = (group: keyof typeof groups) => {
    const configs = parts(text(group)!).filter(({ type }) => type === "application/node.eks.aws");
    expect(configs).toHaveLength(1);
    return parseYaml(configs[0]!.body) as unknown;
  };
  const toml = (group: keyof typeof groups) => parseToml(text(group)!);

  it("is left to EKS by groups that ask for nothing", () => {
    expect([text("system"), text("bottlerocket"), text("windows")]).toEqual([null, null, null]);
  });

  it("says no more than what is asked for", () => {
    expect(nodeConfig("pods")).toEqual({ apiVersion: "node.eks.aws/v1alpha1", kind: "NodeConfig", spec: { kubelet: { config: { maxPods: 58 } } } });
    expect(parts(text("pods")!)).toHaveLength(1);
  });

  it("tells nodeadm everything that it can be told", () => {
    expect(nodeConfig("full")).toEqual({
      apiVersion: "node.eks.aws/v1alpha1",
      kind: "NodeConfig",
      spec: {
        kubelet: {
          config: { shutdownGracePeriod: "30s", featureGates: { DisableKubeletCloudCredentialProviders: true }, maxPods: 110 },
          flags: ["--v=2", "--node-labels=a=b"],
        },
        containerd: { config: containerd },
        instance: { localStorage: { strategy: "RAID0" } },
        featureGates: { FastImagePull: true, InstanceIdNodeName: false },
      },
    });
  });

  it("lets an image of one's own join, as AWS documents it", () => {
    expect(nodeConfig("own")).toEqual({
      apiVersion: "node.eks.aws/v1alpha1",
      kind: "NodeConfig",
      spec: { cluster: { name: "eks-test", apiServerEndpoint: cluster.clusterEndpoint, certificateAuthority: cluster.clusterCertificateAuthorityData, cidr: "10.100.0.0/16" } },
    });
    expect(toml("ownRocket")).toEqual({
      settings: {
        kubernetes: { "cluster-name": "eks-test", "api-server": cluster.clusterEndpoint, "cluster-certificate": cluster.clusterCertificateAuthorityData, "cluster-dns-ip": "10.100.0.10", "max-pods": 30 },
      },
    });
    expect(text("ownWindows")!.split("\n")).toEqual([
      "<powershell>",
      "Write-Host before",
      `& "$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1" -EKSClusterName "eks-test" -APIServerEndpoint "${cluster.clusterEndpoint}" -Base64ClusterCA "${cluster.clusterCertificateAuthorityData}" -DNSClusterIP "10.100.0.10" -ServiceCIDR "10.100.0.0/16" -KubeletExtraArgs "--max-pods=20"`,
      "Write-Host after",
      "</powershell>",
      "",
    ]);
  });

  it("runs scripts before kubelet starts, and after nodeadm has started it, as they were written", () => {
    const [first, second, ...rest] = parts(text("scripts")!);
    expect(rest).toEqual([]);
    expect(first).toEqual({ type: 'text/x-shellscript; charset="utf-8"', body: before });
    const [shebang, echo, ...commands] = second!.body.split("\n");
    const [, encoded, path] = /^echo (\S+) \| base64 --decode > (\S+)$/.exec(echo!)!;
    expect(Buffer.from(encoded!, "base64").toString("utf8")).toBe(after);
    expect([second!.type, shebang, ...commands]).toEqual([
      'text/x-shellscript; charset="utf-8"',
      "#!/bin/bash",
      `chmod 0700 ${path}`,
      `systemd-run --no-block --unit=after-joining --property=After=nodeadm-run.service ${path}`,
    ]);
  });

  it("begins settings of Bottlerocket inside the table of Kubernetes", () => {
    expect(toml("rocket")).toEqual({ settings: { kubernetes: { "max-pods": 30, "pods-per-core": 10, "node-labels": { pool: "rocket" } }, kernel: { lockdown: "integrity" } } });
  });

  it("leaves the bootstrap of Windows to EKS with its own image", () => {
    expect(text("shell")).toBe("<powershell>\nWrite-Host before\n</powershell>\n");
  });
});
