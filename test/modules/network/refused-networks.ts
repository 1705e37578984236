import { roleRefusals, tagRefusals } from "../shared-refusals";

/** A network with one mistake, and what is said of it. */
export interface RefusedNetwork {
  /** What is written over a network that is right. May have the wrong type: that is the mistake. */
  readonly written: Readonly<Record<string, unknown>>;
  /** The sentences at synth. */
  readonly synth: readonly string[];
  /** The sentences of the published module. None: only synth sees the mistake. */
  readonly terraform: readonly string[];
}

const shared = Object.fromEntries(
  [...roleRefusals, ...tagRefusals].map(([written, sentence]): [string, RefusedNetwork] => [JSON.stringify(written).slice(0, 60), { written, synth: [`network.${sentence}`], terraform: [] }]),
);

export const refusedNetworks: Readonly<Record<string, RefusedNetwork>> = {
  ...shared,
  "a name of 101 characters": {
    written: { name: "n".repeat(101) },
    synth: [`network.name: expected text of 1 to 100 characters, got "${"n".repeat(101)}"   [network-name-length]`],
    terraform: [`name: expected text of 1 to 100 characters, got "${"n".repeat(101)}" [network-name-length]`],
  },
  "a name that starts with a hyphen": {
    written: { name: "-x" },
    synth: ['network.name: expected letters, digits, _ and -, with a letter or digit first, got "-x"   [network-name]'],
    terraform: ['name: expected letters, digits, _ and -, with a letter or digit first, got "-x" [network-name]'],
  },
  "host bits in the VPC block": {
    written: { cidr: "10.0.0.5/16" },
    synth: ['network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.0.5/16"; try "10.0.0.0/16"   [vpc-cidr-prefix]'],
    terraform: ['cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.0.5/16" [vpc-cidr-prefix]'],
  },
  "a VPC larger than /16": {
    written: { cidr: "10.0.0.0/8" },
    synth: ['network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.0.0/8"; try "10.0.0.0/16"   [vpc-cidr-prefix]'],
    terraform: ['cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.0.0/8" [vpc-cidr-prefix]'],
  },
  "a zone id in place of a name": {
    written: { zones: ["us-east-1a", "use1-az2"] },
    synth: ['network.zones[1]: expected the name of an availability zone such as us-east-1a, got "use1-az2"   [zone-name]'],
    terraform: ['zones: expected zones of one region, got ["us-east-1a","use1-az2"] [zones-region]', 'zones[*]: expected the name of an availability zone such as us-east-1a, got 1 = "use1-az2" [zone-name]'],
  },
  "one zone": {
    written: { zones: ["us-east-1a"] },
    synth: ['network.zones: expected 2 to 8 elements, got ["us-east-1a"]; a cluster needs subnets in two zones   [zones-count]'],
    terraform: ['zones: expected 2 to 8 elements, got 1; a cluster needs subnets in two zones [zones-count]'],
  },
  "a zone twice": {
    written: { zones: ["us-east-1a", "us-east-1a"] },
    synth: ['network.zones: expected a list without repeated elements, got ["us-east-1a","us-east-1a"]; try ["us-east-1a"]   [zones-distinct]'],
    terraform: ['zones: expected a list without repeated elements, got ["us-east-1a","us-east-1a"] [zones-distinct]'],
  },
  "zones of two regions": {
    written: { zones: ["us-east-1a", "eu-west-1b"] },
    synth: ['network.zones: expected zones of one region, got ["us-east-1a","eu-west-1b"]   [zones-region]'],
    terraform: ['zones: expected zones of one region, got ["us-east-1a","eu-west-1b"] [zones-region]'],
  },
  "five zone slots": {
    written: { zoneSlots: 5 },
    synth: ["network.zoneSlots: expected one of 4, 8, got 5   [zone-slots]"],
    terraform: ["zone_slots: expected one of 4, 8, got 5 [zone-slots]"],
  },
  "a secondary block larger than /16": {
    written: { secondaryCidrs: { more: "10.1.0.0/12" } },
    synth: ['network.secondaryCidrs.more: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.1.0.0/12"; try "10.1.0.0/16"   [secondary-cidr]'],
    terraform: ['secondary_cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got more = "10.1.0.0/12" [secondary-cidr]'],
  },
  "host bits in a public subnet": {
    written: { publicSubnets: { cidrs: { "us-east-1a": "10.0.1.1/24", "us-east-1b": "10.0.2.0/24" } } },
    synth: ['network.publicSubnets.cidrs["us-east-1a"]: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.1.1/24"; try "10.0.1.0/24"   [public-subnet-cidr]'],
    terraform: ['public_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got us-east-1a = "10.0.1.1/24" [public-subnet-cidr]'],
  },
  "a private subnet smaller than /28": {
    written: { privateSubnets: { cidrs: { "us-east-1a": "10.0.1.0/29", "us-east-1b": "10.0.2.0/24" } } },
    synth: ['network.privateSubnets.cidrs["us-east-1a"]: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.1.0/29"; try "10.0.1.0/28"   [private-subnet-cidr]'],
    terraform: ['private_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got us-east-1a = "10.0.1.0/29" [private-subnet-cidr]'],
  },
  "an intra subnet without a prefix": {
    written: { intraSubnets: { cidrs: { "us-east-1a": "10.0.1.0", "us-east-1b": "10.0.2.0/24" } } },
    synth: ['network.intraSubnets.cidrs["us-east-1a"]: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.1.0"   [intra-subnet-cidr]'],
    terraform: ['intra_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got us-east-1a = "10.0.1.0" [intra-subnet-cidr]'],
  },
  "a pod subnet with an impossible prefix": {
    written: { podSubnets: { cidr: "100.64.0.0/16", cidrs: { "us-east-1a": "100.64.0.0/33", "us-east-1b": "100.64.2.0/24" } } },
    synth: ['network.podSubnets.cidrs["us-east-1a"]: expected an IPv4 CIDR block with a prefix from /16 to /28, got "100.64.0.0/33"   [pod-subnet-cidr]'],
    terraform: ['pod_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got us-east-1a = "100.64.0.0/33" [pod-subnet-cidr]'],
  },
  "an IPv6 database subnet": {
    written: { databaseSubnets: { cidrs: { "us-east-1a": "fd00::/64", "us-east-1b": "10.0.2.0/24" } } },
    synth: ['network.databaseSubnets.cidrs["us-east-1a"]: expected an IPv4 CIDR block with a prefix from /16 to /28, got "fd00::/64"   [database-subnet-cidr]'],
    terraform: ['database_subnets.cidrs[*]: expected an IPv4 CIDR block with a prefix from /16 to /28, got us-east-1a = "fd00::/64" [database-subnet-cidr]'],
  },
  "a pod block larger than /16": {
    written: { podSubnets: { cidr: "100.64.0.0/10" } },
    synth: ['network.podSubnets.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "100.64.0.0/10"; try "100.64.0.0/16"   [pod-cidr]'],
    terraform: ['pod_subnets.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "100.64.0.0/10" [pod-cidr]'],
  },
  "an unknown NAT mode": {
    written: { nat: "double" },
    synth: ['network.nat: expected one of none, single, perZone, got "double"   [choice]'],
    terraform: ['nat: expected one of none, single, perZone, got "double" [choice]'],
  },
  "regional NAT for a provider without it": {
    written: { nat: "regional" },
    synth: ['network.nat: expected nothing here for aws provider 5.100.0, got "regional"; it needs aws provider 6.24.0 or newer   [provider-version]'],
    terraform: ['nat: expected one of none, single, perZone, got "regional" [choice]'],
  },
  "an elastic IP by another id": {
    written: { nat: "perZone", natElasticIps: { "us-east-1a": "eip-1" } },
    synth: ['network.natElasticIps["us-east-1a"]: expected the allocation id of an elastic IP, got "eip-1"   [nat-elastic-ip-id]'],
    terraform: ['nat_elastic_ips[*]: expected the allocation id of an elastic IP, got us-east-1a = "eip-1" [nat-elastic-ip-id]'],
  },
  "a gateway endpoint twice": {
    written: { gatewayEndpoints: ["s3", "s3"] },
    synth: ['network.gatewayEndpoints: expected a list without repeated elements, got ["s3","s3"]; try ["s3"]   [gateway-endpoints-distinct]'],
    terraform: ['gateway_endpoints: expected a list without repeated elements, got ["s3","s3"] [gateway-endpoints-distinct]'],
  },
  "a gateway endpoint of a service that has none": {
    written: { gatewayEndpoints: ["sqs"] },
    synth: ['network.gatewayEndpoints[0]: expected one of s3, dynamodb, got "sqs"; try "s3"   [choice]'],
    terraform: ['gateway_endpoints[*]: expected one of s3, dynamodb, got 0 = "sqs" [choice]'],
  },
  "an endpoint key in capitals": {
    written: { interfaceEndpoints: { ECR: {} } },
    synth: ['network.interfaceEndpoints: expected a map in which each key is a service name such as ecr.api, got {"ECR":{}}   [endpoint-key]'],
    terraform: ['interface_endpoints: expected a map in which each key is a service name such as ecr.api, got ["ECR"] [endpoint-key]'],
  },
  "an endpoint in no zone": {
    written: { interfaceEndpoints: { sts: { zones: [] } } },
    synth: ["network.interfaceEndpoints.sts.zones: expected 1 to 8 elements, got []   [endpoint-zones]"],
    terraform: ["interface_endpoints[*].zones: expected 1 to 8 elements, got sts = 0 [endpoint-zones]"],
  },
  "an endpoint policy that is a list": {
    written: { interfaceEndpoints: { sts: { policy: "[]" } } },
    synth: ['network.interfaceEndpoints.sts.policy: expected text with a JSON object, got "[]"   [endpoint-policy]'],
    terraform: ['interface_endpoints[*].policy: expected text with a JSON object, got sts = "[]" [endpoint-policy]'],
  },
  "a retention that CloudWatch does not have": {
    written: { flowLogs: { cloudWatch: { retentionDays: 31 } } },
    synth: ["network.flowLogs.cloudWatch.retentionDays: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 31   [flow-logs-retention]"],
    terraform: ["flow_logs.cloud_watch.retention_days: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 31 [flow-logs-retention]"],
  },
  "a log group and a role by names that AWS does not take": {
    written: { flowLogs: { cloudWatch: { logGroupName: "a b", roleName: "a/b" } } },
    synth: [
      'network.flowLogs.cloudWatch.logGroupName: expected a name that AWS takes for a log group, got "a b"   [flow-logs-group-name]',
      'network.flowLogs.cloudWatch.roleName: expected a name that AWS takes for a role, got "a/b"   [flow-logs-role-name]',
    ],
    terraform: [
      'flow_logs.cloud_watch.log_group_name: expected a name that AWS takes for a log group, got "a b" [flow-logs-group-name]',
      'flow_logs.cloud_watch.role_name: expected a name that AWS takes for a role, got "a/b" [flow-logs-role-name]',
    ],
  },
  "a log group and a role by names that are too long": {
    written: { flowLogs: { cloudWatch: { logGroupName: "a".repeat(513), roleName: "a".repeat(65) } } },
    synth: [
      `network.flowLogs.cloudWatch.logGroupName: expected text of 1 to 512 characters, got "${"a".repeat(119)}…   [flow-logs-group-name-length]`,
      `network.flowLogs.cloudWatch.roleName: expected text of 1 to 64 characters, got "${"a".repeat(65)}"   [flow-logs-role-name-length]`,
    ],
    terraform: [
      `flow_logs.cloud_watch.log_group_name: expected text of 1 to 512 characters, got "${"a".repeat(513)}" [flow-logs-group-name-length]`,
      `flow_logs.cloud_watch.role_name: expected text of 1 to 64 characters, got "${"a".repeat(65)}" [flow-logs-role-name-length]`,
    ],
  },
  "a bucket by its name": {
    written: { flowLogs: { s3: { bucketArn: "logs" } } },
    synth: ['network.flowLogs.s3.bucketArn: expected the ARN of a bucket, got "logs"   [flow-logs-bucket]'],
    terraform: ['flow_logs.s3.bucket_arn: expected the ARN of a bucket, got "logs" [flow-logs-bucket]'],
  },
  "an aggregation that AWS does not have": {
    written: { flowLogs: { cloudWatch: {}, aggregationSeconds: 300 } },
    synth: ["network.flowLogs.aggregationSeconds: expected one of 60, 600, got 300   [flow-logs-aggregation]"],
    terraform: ["flow_logs.aggregation_seconds: expected one of 60, 600, got 300 [flow-logs-aggregation]"],
  },
  "flow logs to nowhere": {
    written: { flowLogs: {} },
    synth: ["network.flowLogs: expected one destination, CloudWatch or S3, got {}   [flow-logs-destination]"],
    terraform: ['flow_logs: expected one destination, CloudWatch or S3, got [] [flow-logs-destination]'],
  },
  "flow logs to two places": {
    written: { flowLogs: { cloudWatch: {}, s3: { bucketArn: "arn:aws:s3:::b" } } },
    synth: ['network.flowLogs: expected one destination, CloudWatch or S3, got {"cloudWatch":{},"s3":{"bucketArn":"arn:aws:s3:::b"}}   [flow-logs-destination]'],
    terraform: ['flow_logs: expected one destination, CloudWatch or S3, got ["cloud_watch","s3"] [flow-logs-destination]'],
  },
  "an unknown kind of traffic": {
    written: { flowLogs: { cloudWatch: {}, trafficType: "SOME" } },
    synth: ['network.flowLogs.trafficType: expected one of ALL, ACCEPT, REJECT, got "SOME"   [choice]'],
    terraform: ['flow_logs.traffic_type: expected one of ALL, ACCEPT, REJECT, got "SOME" [choice]'],
  },
  "an unknown log format": {
    written: { flowLogs: { s3: { bucketArn: "arn:aws:s3:::b", fileFormat: "csv" } } },
    synth: ['network.flowLogs.s3.fileFormat: expected one of plain-text, parquet, got "csv"   [choice]'],
    terraform: ['flow_logs.s3.file_format: expected one of plain-text, parquet, got "csv" [choice]'],
  },
  "a cluster twice": {
    written: { clusterNames: ["x", "x"] },
    synth: ['network.clusterNames: expected a list without repeated elements, got ["x","x"]; try ["x"]   [cluster-names-distinct]'],
    terraform: ['cluster_names: expected a list without repeated elements, got ["x","x"] [cluster-names-distinct]'],
  },
  "an unknown key": {
    written: { natGateway: "single" },
    synth: ['network.natGateway: expected one of the keys name, cidr, zones, zoneSlots, secondaryCidrs, publicSubnets, privateSubnets, intraSubnets, podSubnets, databaseSubnets, nat, natZone, natElasticIps, gatewayEndpoints, interfaceEndpoints, flowLogs, dnsSupport, dnsHostnames, discoveryTag, clusterNames, rolePath, permissionsBoundary, tags, got "natGateway"   [unknown-key]'],
    terraform: [],
  },
  "null in place of zones": {
    written: { zones: null },
    synth: ["network.zones: expected a list, got null   [type]"],
    terraform: [],
  },
  "a zone beyond the slots": {
    written: { zones: ["us-east-1a", "us-east-1f"] },
    synth: ['network.zones: expected zones whose letters have a place in the computed layout, got ["us-east-1f"]; 4 zone slots are the letters a to d, 8 are a to h   [zone-slot]'],
    terraform: ['zones: expected zones whose letters have a place in the computed layout, got ["us-east-1a","us-east-1f"]; 4 zone slots are the letters a to d, 8 are a to h [zone-slot]'],
  },
  "a VPC too small for its tiers": {
    written: { cidr: "10.0.1.0/24" },
    synth: ['network.cidr: expected a prefix of at most /23 for public, private, intra subnets in 4 zone slots, got "10.0.1.0/24"; every tier has room for all zone slots; try "10.0.0.0/23"   [vpc-too-small]'],
    terraform: ['cidr: expected a prefix of at most /23, got "10.0.1.0/24"; every tier has room for all zone slots [vpc-too-small]'],
  },
  "a pod block too small for its zones": {
    written: { podSubnets: { cidr: "100.64.0.64/27" } },
    synth: ['network.podSubnets: expected a block in which every computed subnet is a /28 or larger, got "100.64.0.64/27"; it has room for all zone slots; try "100.64.0.64/26"   [pod-block-too-small]'],
    terraform: ['pod_subnets: expected a block in which every computed subnet is a /28 or larger, got "100.64.0.64/27"; it has room for all zone slots [pod-block-too-small]'],
  },
  "an explicit tier without one of the zones": {
    written: { privateSubnets: { cidrs: { "us-east-1a": "10.0.1.0/24" } } },
    synth: ['network.privateSubnets.cidrs: expected a block for each of us-east-1a, us-east-1b and no other, or none at all, got ["us-east-1a"]; a tier is explicit or computed as a whole   [tier-zones]'],
    terraform: ['zones: expected a block for each of the zones and no other in a tier with explicit blocks, got ["private"]; a tier is explicit or computed as a whole [tier-zones]'],
  },
  "zonal NAT without public subnets": {
    written: { nat: "single", publicSubnets: null },
    synth: ['network.nat: expected no zonal NAT gateway without public subnets, got "single"; a zonal NAT gateway stands in a public subnet; try "none"   [nat-public-tier]'],
    terraform: ['nat: expected no zonal NAT gateway without public subnets, got "single"; a zonal NAT gateway stands in a public subnet [nat-public-tier]'],
  },
  "NAT that nothing would use": {
    written: { nat: "single", privateSubnets: null },
    synth: ['network.nat: expected none without private or pod subnets, got "single"; nothing would use the NAT gateway; try "none"   [nat-unused]'],
    terraform: ['nat: expected none without private or pod subnets, got "single"; nothing would use the NAT gateway [nat-unused]'],
  },
  "a NAT zone that is no zone of the network": {
    written: { nat: "single", natZone: "us-east-1c" },
    synth: ['network.natZone: expected one of the zones, and only with a single NAT gateway, got "us-east-1c"   [nat-zone]'],
    terraform: ['nat_zone: expected one of the zones, and only with a single NAT gateway, got "us-east-1c" [nat-zone]'],
  },
  "a NAT zone where each zone has its gateway": {
    written: { nat: "perZone", natZone: "us-east-1a" },
    synth: ['network.natZone: expected one of the zones, and only with a single NAT gateway, got "us-east-1a"   [nat-zone]'],
    terraform: ['nat_zone: expected one of the zones, and only with a single NAT gateway, got "us-east-1a" [nat-zone]'],
  },
  "an elastic IP for a zone without gateway": {
    written: { nat: "single", natElasticIps: { "us-east-1b": "eipalloc-0" } },
    synth: ['network.natElasticIps: expected addresses for zones with a NAT gateway, got ["us-east-1b"]; zonal: only where a gateway stands; regional: for every zone or none   [nat-elastic-ips]'],
    terraform: ['nat_elastic_ips: expected addresses for zones with a NAT gateway, got ["us-east-1b"]; zonal: only where a gateway stands; regional: for every zone or none [nat-elastic-ips]'],
  },
  "an elastic IP without NAT": {
    written: { natElasticIps: { "us-east-1a": "eipalloc-0" } },
    synth: ['network.natElasticIps: expected addresses for zones with a NAT gateway, got ["us-east-1a"]; zonal: only where a gateway stands; regional: for every zone or none   [nat-elastic-ips]'],
    terraform: ['nat_elastic_ips: expected addresses for zones with a NAT gateway, got ["us-east-1a"]; zonal: only where a gateway stands; regional: for every zone or none [nat-elastic-ips]'],
  },
  "DNS host names without DNS support": {
    written: { dnsSupport: false },
    synth: ["network.dnsHostnames: expected false without DNS support, got true; AWS gives no names that nobody answers; try false   [dns-hostnames]"],
    terraform: ["dns_hostnames: expected false without DNS support, got true; AWS gives no names that nobody answers [dns-hostnames]"],
  },
  "private DNS of endpoints without DNS host names": {
    written: { dnsHostnames: false, interfaceEndpoints: { sts: {} } },
    synth: ['network.interfaceEndpoints: expected no private DNS without DNS support and DNS host names, got ["sts"]   [endpoint-dns]'],
    terraform: ['interface_endpoints: expected no private DNS without DNS support and DNS host names, got ["sts"] [endpoint-dns]'],
  },
  "endpoints without subnets for them": {
    written: { interfaceEndpoints: { sts: {} }, privateSubnets: null, intraSubnets: null },
    synth: ['network.interfaceEndpoints: expected no interface endpoints without private or intra subnets, got ["sts"]   [endpoint-subnets]'],
    terraform: ['interface_endpoints: expected no interface endpoints without private or intra subnets, got ["sts"] [endpoint-subnets]'],
  },
  "an endpoint in a zone of another network": {
    written: { interfaceEndpoints: { sts: { zones: ["us-east-1c"] } } },
    synth: ['network.interfaceEndpoints: expected endpoints in zones of the network, got ["sts"]   [endpoint-zones-known]'],
    terraform: ['interface_endpoints: expected endpoints in zones of the network, got ["sts"] [endpoint-zones-known]'],
  },
  "an explicit subnet outside the VPC": {
    written: { privateSubnets: { cidrs: { "us-east-1a": "10.1.0.0/24", "us-east-1b": "10.0.2.0/24" } } },
    synth: ['network.privateSubnets.cidrs["us-east-1a"]: expected a block inside 10.0.0.0/16, got "10.1.0.0/24"   [subnet-outside-vpc]'],
    terraform: [],
  },
  "a pod subnet outside the pod block": {
    written: { podSubnets: { cidr: "100.64.0.0/16", cidrs: { "us-east-1a": "10.0.64.0/24", "us-east-1b": "100.64.2.0/24" } } },
    synth: ['network.podSubnets.cidrs["us-east-1a"]: expected a block inside 100.64.0.0/16, got "10.0.64.0/24"   [subnet-outside-vpc]'],
    terraform: [],
  },
  "explicit subnets that overlap": {
    written: { privateSubnets: { cidrs: { "us-east-1a": "10.0.0.0/24", "us-east-1b": "10.0.0.128/25" } } },
    synth: ['network.privateSubnets.cidrs["us-east-1b"]: expected a block apart from privateSubnets in us-east-1a, 10.0.0.0/24, got "10.0.0.128/25"   [subnet-overlap]'],
    terraform: [],
  },
  "an explicit subnet over a computed one": {
    written: { privateSubnets: { cidrs: { "us-east-1a": "10.0.0.0/24", "us-east-1b": "10.0.136.0/24" } } },
    synth: ['network.privateSubnets.cidrs["us-east-1b"]: expected a block apart from publicSubnets in us-east-1b, 10.0.136.0/21, got "10.0.136.0/24"   [subnet-overlap]'],
    terraform: [],
  },
  "a secondary block over the VPC": {
    written: { secondaryCidrs: { more: "10.0.128.0/17" } },
    synth: ['network.secondaryCidrs.more: expected a block apart from cidr, 10.0.0.0/16, got "10.0.128.0/17"   [secondary-cidr-overlap]'],
    terraform: [],
  },
  "a pod block over a secondary one": {
    written: { secondaryCidrs: { more: "100.64.0.0/17" }, podSubnets: { cidr: "100.64.0.0/16" } },
    synth: ['network.podSubnets.cidr: expected a block apart from secondaryCidrs.more, 100.64.0.0/17, got "100.64.0.0/16"   [secondary-cidr-overlap]'],
    terraform: [],
  },
  "a pod block of a range that AWS refuses": {
    written: { podSubnets: { cidr: "172.16.0.0/16" } },
    synth: ['network.podSubnets.cidr: expected a block outside 172.16.0.0/12, got "172.16.0.0/16"; AWS refuses it in a VPC with 10.0.0.0/16; try "100.64.0.0/16"   [secondary-cidr-range]'],
    terraform: [],
  },
};
