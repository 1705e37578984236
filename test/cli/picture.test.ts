import { outputLines, picture } from "../../cli/picture";

const resource = (type: string, name: string, values: Record<string, unknown>, mode = "managed") => ({ mode, type, name, values });
const subnet = (name: string, zone: string, cidr: string) => resource("aws_subnet", name, { id: `subnet-${zone}-${cidr}`, vpc_id: "vpc-1", availability_zone: zone, cidr_block: cidr });

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
              node_group_name: "spot",
              capacity_type: "SPOT",
              instance_types: ["m5.large", "m5a.large"],
              scaling_config: [{ min_size: 1, desired_size: 2, max_size: 5 }],
            }),
            resource("aws_eks_addon", "addons", { cluster_name: "eks", addon_name: "vpc-cni", addon_version: "v1" }),
            resource("aws_eks_addon", "addons", { cluster_name: "another", addon_name: "coredns", addon_version: "v1" }),
          ],
        },
      ],
    },
  },
};

it("the picture shows the network by zone, the ways out, and the cluster with what it has", () => {
  expect(picture(state)).toEqual([
    "VPC 10.0.0.0/16  vpc-1",
    "├─ us-east-1a",
    "│  ├─ 10.0.0.0/20        private  subnet-us-east-1a-10.0.0.0/20",
    "│  └─ 10.0.128.0/24      public  subnet-us-east-1a-10.0.128.0/24",
    "├─ us-east-1b",
    "│  └─ 10.0.16.0/20       private  subnet-us-east-1b-10.0.16.0/20",
    "└─ NAT nat-1 in us-east-1a  1.2.3.4",
    "cluster eks  Kubernetes 1.33  ACTIVE",
    "├─ node group spot  SPOT m5.large, m5a.large  min/desired/max 1/2/5",
    "└─ add-on vpc-cni v1",
    "9 resources in all",
  ]);
});

it("an empty state is drawn as that", () => expect(picture({})).toEqual(["0 resources in all"]));

it("outputs are a line each, long ones cut, sensitive ones hidden", () => {
  const [cluster, token, list] = outputLines(state);
  expect([cluster, token]).toEqual([`cluster = "eks"`, "token = (sensitive)"]);
  expect(list).toMatch(/^list = \[0,1,2.*…$/);
});
