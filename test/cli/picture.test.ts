import { outputLines, picture } from "../../cli/demo/picture";

const resource = (type: string, name: string, values: Record<string, unknown>, mode = "managed") => ({ mode, type, name, values });
const subnet = (name: string, zone: string, cidr: string) => resource("aws_subnet", name, { id: `subnet-${zone}-${cidr}`, vpc_id: "vpc-1", availability_zone: zone, cidr_block: cidr });

const iam = "arn:aws:iam::111122223333:";
const policyArn = (name: string) => `arn:aws:eks::aws:cluster-access-policy/${name}`;

const state = {
  values: {
    outputs: { cluster: { sensitive: false, value: "eks" }, token: { sensitive: true, value: "secret" }, list: { sensitive: false, value: Array.from({ length: 60 }, (_, n) => n) } },
    root_module: {
      resources: [
        resource("aws_vpc", "network", { id: "vpc-1", cidr_block: "10.0.0.0/16" }),
        subnet("network_private", "us-east-1b", "10.0.16.0/20"),
        subnet("network_public", "us-east-1a", "10.0.128.0/24"),
        subnet("network_private", "us-east-1a", "10.0.0.0/20"),
        resource("aws_vpc", "other", { id: "vpc-9", cidr_block: "10.9.0.0/16" }, "data"),
      ],
      child_modules: [
        {
          resources: [
            resource("aws_nat_gateway", "nat", { id: "nat-1", subnet_id: "subnet-us-east-1a-10.0.128.0/24", public_ip: "1.2.3.4" }),
            resource("aws_eks_cluster", "cluster", { name: "eks", version: "1.33", status: "ACTIVE" }),
            resource("aws_eks_node_group", "nodes", {
              cluster_name: "eks",
              node_group_name: "spot-20261121171758009700000013",
              capacity_type: "SPOT",
              instance_types: ["m5.large", "m5a.large"],
              scaling_config: [{ min_size: 1, desired_size: 2, max_size: 5 }],
            }),
            resource("aws_eks_access_entry", "access", { cluster_name: "eks", principal_arn: `${iam}role/admin`, type: "STANDARD" }),
            resource("aws_eks_access_policy_association", "access", { cluster_name: "eks", principal_arn: `${iam}role/admin`, policy_arn: policyArn("AmazonEKSClusterAdminPolicy"), access_scope: [{ type: "cluster", namespaces: null }] }),
            resource("aws_eks_access_entry", "access", { cluster_name: "eks", principal_arn: `${iam}user/team/eva`, type: "STANDARD", kubernetes_groups: ["ops"] }),
            resource("aws_eks_access_policy_association", "access", { cluster_name: "eks", principal_arn: `${iam}user/team/eva`, policy_arn: policyArn("AmazonEKSViewPolicy"), access_scope: [{ type: "namespace", namespaces: ["a", "b"] }] }),
            resource("aws_eks_access_entry", "access", { cluster_name: "eks", principal_arn: `${iam}role/nodes`, type: "EC2_LINUX" }),
            resource("aws_eks_access_entry", "access", { cluster_name: "another", principal_arn: `${iam}role/other`, type: "STANDARD" }),
            resource("aws_eks_fargate_profile", "fargate", { cluster_name: "eks", fargate_profile_name: "jobs", selector: [{ namespace: "jobs" }, { namespace: "ci-*" }] }),
            resource("aws_eks_pod_identity_association", "identity", { cluster_name: "eks", namespace: "shop", service_account: "orders", role_arn: `${iam}role/eks-orders` }),
            resource("aws_eks_addon", "addons", { cluster_name: "eks", addon_name: "kube-proxy", addon_version: "v1" }),
            resource("aws_eks_addon", "addons", { cluster_name: "eks", addon_name: "vpc-cni", addon_version: "v1", service_account_role_arn: `${iam}role/eks-cni` }),
            resource("aws_eks_addon", "addons", { cluster_name: "eks", addon_name: "ebs", addon_version: "v2", pod_identity_association: [{ role_arn: `${iam}role/eks-ebs`, service_account: "ebs" }] }),
            resource("aws_eks_addon", "addons", { cluster_name: "another", addon_name: "coredns", addon_version: "v1" }),
          ],
        },
      ],
    },
  },
};

it("the picture shows the network by zone, the ways out, and the cluster: who is let in, where pods run, which roles they have", () => {
  expect(picture(state)).toEqual([
    "VPC 10.0.0.0/16  vpc-1",
    "├─ us-east-1a",
    "│  ├─ 10.0.0.0/20        private  subnet-us-east-1a-10.0.0.0/20",
    "│  └─ 10.0.128.0/24      public  subnet-us-east-1a-10.0.128.0/24",
    "├─ us-east-1b",
    "│  └─ 10.0.16.0/20       private  subnet-us-east-1b-10.0.16.0/20",
    "└─ NAT nat-1 in us-east-1a  1.2.3.4",
    "cluster eks  Kubernetes 1.33  ACTIVE",
    "├─ let in",
    "│  ├─ role/admin  AmazonEKSClusterAdminPolicy in the whole cluster",
    "│  ├─ user/team/eva  AmazonEKSViewPolicy in a, b, group ops",
    "│  └─ role/nodes  EC2_LINUX",
    "├─ node groups",
    "│  └─ spot  SPOT m5.large, m5a.large  min/desired/max 1/2/5",
    "├─ Fargate profiles",
    "│  └─ jobs  pods in jobs, ci-*",
    "├─ service accounts",
    "│  └─ shop/orders  has role/eks-orders, by Pod Identity",
    "└─ add-ons",
    "   ├─ kube-proxy v1",
    "   ├─ vpc-cni v1  has role/eks-cni, by IRSA",
    "   └─ ebs v2  has role/eks-ebs, by Pod Identity",
    "19 resources in all",
  ]);
});

it("an empty state is drawn as that", () => expect(picture({})).toEqual(["0 resources in all"]));

it("outputs are a line each, long ones cut, sensitive ones hidden", () => {
  const [cluster, token, list] = outputLines(state);
  expect([cluster, token]).toEqual([`cluster = "eks"`, "token = (sensitive)"]);
  expect(list).toMatch(/^list = \[0,1,2.*…$/);
});
