import { planBoth, type NetworkInput, type Planned, shortest } from "./networks";

const [a, b] = ["us-east-1a", "us-east-1b"];
const key = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001";

const policy = JSON.stringify({ Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }] });

const networks: Readonly<Record<string, NetworkInput>> = {
  none: shortest,
  private: { ...shortest, publicSubnets: null, interfaceEndpoints: { "ecr.api": {}, sts: {} }, gatewayEndpoints: ["s3", "dynamodb"] },
  single: { ...shortest, nat: "single" },
  named: { ...shortest, nat: "single", natZone: b, podSubnets: { cidr: "100.64.0.0/16", tags: { tier: "pods" } } },
  perZone: { ...shortest, nat: "perZone", natElasticIps: { [b]: "eipalloc-0123456789abcdef0" }, databaseSubnets: {}, flowLogs: null },
  tagged: {
    ...shortest,
    name: "blue",
    tags: { team: "platform", Name: "shared" },
    publicSubnets: { mapPublicIp: true, tags: { "kubernetes.io/role/elb": "" } },
    privateSubnets: { tags: { tier: "nodes" } },
    discoveryTag: "eks-blue",
    clusterNames: ["eks-blue", "eks-green"],
    dnsHostnames: false,
    flowLogs: { cloudWatch: { retentionDays: 30, kmsKeyArn: key }, trafficType: "REJECT", aggregationSeconds: 60 },
  },
  bucket: {
    ...shortest,
    secondaryCidrs: { more: "10.1.0.0/16" },
    podSubnets: { cidr: "100.64.0.0/16" },
    privateSubnets: null,
    interfaceEndpoints: {
      sts: { zones: [a], privateDns: false, policy },
      route53: { serviceRegion: "us-east-1" },
      partner: { serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0" },
    },
    flowLogs: { s3: { bucketArn: "arn:aws:s3:::logs/vpc", fileFormat: "parquet", hivePartitions: true, hourlyPartitions: true } },
  },
  china: { ...shortest, zones: ["cn-north-1a", "cn-north-1b"], interfaceEndpoints: { "ecr.api": {}, logs: {} }, flowLogs: null },
};

describe("network", () => {
  let stack: Record<string, Planned>;
  let plans: Awaited<ReturnType<typeof planBoth>>;
  beforeAll(async () => {
    plans = await planBoth(networks);
    stack = plans.stack;
  }, 120_000);

  const addresses = (name: string, type: string) => Object.keys(stack[name]!).filter((address) => address.startsWith(`${type}.`)).sort();
  const tags = (name: string, address: string) => stack[name]![address]!["tags"] as Record<string, string>;

  test.each(Object.keys(networks))("%s: stack and module plan the same", (name) => {
    expect(Object.keys(plans.module[name]!).length).toBeGreaterThan(5);
    expect(plans.module[name]).toEqual(stack[name]);
    expect(plans.moduleUnknown[name]).toEqual(plans.stackUnknown[name]);
  });

  test.each<[string, string, readonly string[]]>([
    ["none", "aws_nat_gateway", []],
    ["none", "aws_eip", []],
    ["none", "aws_route", ["aws_route.public_internet[0]"]],
    ["none", "aws_internet_gateway", ["aws_internet_gateway.this[0]"]],
    ["private", "aws_internet_gateway", []],
    ["private", "aws_nat_gateway", []],
    ["private", "aws_route", []],
    ["private", "aws_vpc_endpoint", [
      'aws_vpc_endpoint.gateway["dynamodb"]',
      'aws_vpc_endpoint.gateway["s3"]',
      'aws_vpc_endpoint.interface["ecr.api"]',
      'aws_vpc_endpoint.interface["sts"]',
    ]],
    ["private", "aws_route_table", ["aws_route_table.intra[0]", `aws_route_table.private["${a}"]`, `aws_route_table.private["${b}"]`]],
    ["none", "aws_security_group", []],
    ["none", "aws_vpc_security_group_ingress_rule", []],
    ["single", "aws_nat_gateway", [`aws_nat_gateway.zonal["${a}"]`]],
    ["single", "aws_eip", [`aws_eip.nat["${a}"]`]],
    ["single", "aws_route", [`aws_route.private_nat["${a}"]`, `aws_route.private_nat["${b}"]`, "aws_route.public_internet[0]"]],
    ["named", "aws_nat_gateway", [`aws_nat_gateway.zonal["${b}"]`]],
    ["named", "aws_vpc_ipv4_cidr_block_association", ["aws_vpc_ipv4_cidr_block_association.pod[0]"]],
    ["perZone", "aws_nat_gateway", [`aws_nat_gateway.zonal["${a}"]`, `aws_nat_gateway.zonal["${b}"]`]],
    ["perZone", "aws_eip", [`aws_eip.nat["${a}"]`]],
    ["perZone", "aws_flow_log", []],
    ["perZone", "aws_iam_role", []],
    ["tagged", "aws_flow_log", ["aws_flow_log.cloud_watch[0]"]],
    ["bucket", "aws_flow_log", ["aws_flow_log.s3[0]"]],
    ["bucket", "aws_cloudwatch_log_group", []],
    ["bucket", "aws_iam_role", []],
    ["bucket", "aws_route_table", [
      "aws_route_table.intra[0]",
      `aws_route_table.private["${a}"]`,
      `aws_route_table.private["${b}"]`,
      "aws_route_table.public[0]",
    ]],
  ])("%s: %s is %j", (name, type, expected) => {
    expect(addresses(name, type)).toEqual(expected);
  });

  test("every zone has its private route table in every NAT mode", () => {
    for (const name of ["none", "single", "named", "perZone"]) {
      expect(addresses(name, "aws_route_table")).toEqual(expect.arrayContaining([`aws_route_table.private["${a}"]`, `aws_route_table.private["${b}"]`]));
    }
  });

  test.each<[string, string, object]>([
    ["none", "aws_vpc.this", { cidr_block: "10.0.0.0/16", enable_dns_support: true, enable_dns_hostnames: true, tags: { Name: "test" } }],
    ["tagged", "aws_vpc.this", { enable_dns_hostnames: false }],
    ["none", "aws_default_security_group.this", { tags: { Name: "test-default" } }],
    ["none", `aws_subnet.public["${a}"]`, { map_public_ip_on_launch: false, availability_zone: a }],
    ["tagged", `aws_subnet.public["${a}"]`, { map_public_ip_on_launch: true }],
    ["perZone", `aws_nat_gateway.zonal["${b}"]`, { allocation_id: "eipalloc-0123456789abcdef0" }],
    ["single", `aws_eip.nat["${a}"]`, { domain: "vpc" }],
    ["single", `aws_route.private_nat["${b}"]`, { destination_cidr_block: "0.0.0.0/0" }],
    ["none", 'aws_vpc_endpoint.gateway["s3"]', { service_name: "com.amazonaws.us-east-1.s3", vpc_endpoint_type: "Gateway" }],
    ["private", 'aws_vpc_endpoint.interface["ecr.api"]', {
      service_name: "com.amazonaws.us-east-1.ecr.api",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
    }],
    ["bucket", 'aws_vpc_endpoint.interface["sts"]', { private_dns_enabled: false, policy }],
    ["bucket", 'aws_vpc_endpoint.interface["route53"]', { service_name: "com.amazonaws.route53", service_region: "us-east-1" }],
    ["bucket", 'aws_vpc_endpoint.interface["partner"]', { service_name: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0" }],
    ["china", 'aws_vpc_endpoint.gateway["s3"]', { service_name: "com.amazonaws.cn-north-1.s3" }],
    ["china", 'aws_vpc_endpoint.interface["ecr.api"]', { service_name: "cn.com.amazonaws.cn-north-1.ecr.api" }],
    ["china", 'aws_vpc_endpoint.interface["logs"]', { service_name: "com.amazonaws.cn-north-1.logs" }],
    ["none", "aws_flow_log.cloud_watch[0]", { traffic_type: "ALL", max_aggregation_interval: 600 }],
    ["tagged", "aws_flow_log.cloud_watch[0]", { traffic_type: "REJECT", max_aggregation_interval: 60 }],
    ["none", "aws_cloudwatch_log_group.flow_logs[0]", { name: "/aws/vpc-flow-logs/test", retention_in_days: 365, kms_key_id: null }],
    ["tagged", "aws_cloudwatch_log_group.flow_logs[0]", { retention_in_days: 30, kms_key_id: key }],
    ["none", "aws_iam_role.flow_logs[0]", { name: "test-us-east-1-flow-logs" }],
    ["bucket", "aws_flow_log.s3[0]", {
      log_destination: "arn:aws:s3:::logs/vpc",
      log_destination_type: "s3",
      destination_options: [{ file_format: "parquet", hive_compatible_partitions: true, per_hour_partition: true }],
    }],
    ["bucket", 'aws_vpc_ipv4_cidr_block_association.secondary["more"]', { cidr_block: "10.1.0.0/16" }],
  ])("%s: %s has %j", (name, address, expected) => {
    expect(stack[name]![address]).toMatchObject(expected);
  });

  test("interface endpoints take HTTPS from every block of the VPC and nothing else", () => {
    const rules = Object.entries(stack["bucket"]!).filter(([address]) => address.startsWith("aws_vpc_security_group_ingress_rule."));
    expect(rules.map(([address, { cidr_ipv4, description, from_port, to_port, ip_protocol }]) => [address, cidr_ipv4, description, from_port, to_port, ip_protocol])).toEqual([
      ['aws_vpc_security_group_ingress_rule.endpoints["pods"]', "100.64.0.0/16", "HTTPS from the pods block", 443, 443, "tcp"],
      ['aws_vpc_security_group_ingress_rule.endpoints["secondary-more"]', "10.1.0.0/16", "HTTPS from the secondary-more block", 443, 443, "tcp"],
      ['aws_vpc_security_group_ingress_rule.endpoints["vpc"]', "10.0.0.0/16", "HTTPS from the vpc block", 443, 443, "tcp"],
    ]);
    expect(addresses("bucket", "aws_security_group")).toEqual(["aws_security_group.endpoints[0]"]);
    expect(addresses("bucket", "aws_vpc_security_group_egress_rule")).toEqual([]);
  });

  test.each<[string, string, Record<string, string>]>([
    ["none", `aws_subnet.public["${a}"]`, { Name: `test-public-${a}`, "kubernetes.io/role/elb": "1" }],
    ["none", `aws_subnet.private["${a}"]`, { Name: `test-private-${a}`, "kubernetes.io/role/internal-elb": "1" }],
    ["none", `aws_subnet.intra["${a}"]`, { Name: `test-intra-${a}` }],
    ["named", `aws_subnet.pod["${a}"]`, { Name: `test-pod-${a}`, "kubernetes.io/role/cni": "1", tier: "pods" }],
    ["perZone", `aws_subnet.database["${a}"]`, { Name: `test-database-${a}` }],
    ["tagged", `aws_subnet.public["${a}"]`, {
      team: "platform",
      Name: `blue-public-${a}`,
      "kubernetes.io/role/elb": "",
      "kubernetes.io/cluster/eks-blue": "shared",
      "kubernetes.io/cluster/eks-green": "shared",
    }],
    ["tagged", `aws_subnet.private["${a}"]`, {
      team: "platform",
      Name: `blue-private-${a}`,
      "kubernetes.io/role/internal-elb": "1",
      "kubernetes.io/cluster/eks-blue": "shared",
      "kubernetes.io/cluster/eks-green": "shared",
      "karpenter.sh/discovery": "eks-blue",
      tier: "nodes",
    }],
    ["tagged", `aws_subnet.intra["${a}"]`, { team: "platform", Name: `blue-intra-${a}` }],
  ])("%s: %s has exactly the tags %j", (name, address, expected) => {
    expect(tags(name, address)).toEqual(expected);
  });
});
