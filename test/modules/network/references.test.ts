import { outputs, tf } from "../../../kernel";
import { references } from "../../../kernel/lower";
import { existingNetwork } from "../../../modules/network/existing-network";
import { networkModule } from "../../../modules/network/module";
import { Network } from "../../../modules/network/network";
import { planFiles } from "../../harness";
import { planned } from "../../offline";
import { type Json, newest, synthModule, synthStack } from "../../synth";
import { calls, shortest } from "./networks";

/** Text that Terraform learns at apply only. */
const made = tf<string>`terraform_data.made.id`;
const later = "${terraform_data.made.id}";
const maker = { resource: { terraform_data: { made: {} } } };
const [a, b] = ["us-east-1a", "us-east-1b"];

test("what another resource of the same plan makes may stand in every text that is not a key", async () => {
  const stack = synthStack((scope) => {
    new Network(scope, "network", {
      ...shortest,
      name: made,
      nat: "perZone",
      natElasticIps: { [a]: made },
      privateSubnets: { cidrs: { [a]: made, [b]: made }, tags: { made } },
      podSubnets: { cidr: made },
      secondaryCidrs: { more: made },
      interfaceEndpoints: { sts: { policy: made, serviceName: made } },
      discoveryTag: made,
      flowLogs: { cloudWatch: { kmsKeyArn: made } },
      tags: { made },
    });
    new Network(scope, "bucket", { ...shortest, cidr: made, flowLogs: { s3: { bucketArn: made } } });
  });
  const files = calls({ network: { ...shortest, nat: "perZone", interfaceEndpoints: { sts: {} } } });
  const call: Json = (files["main.tf.json"] as Json)["module"].network;
  const module = {
    network: {
      ...call,
      name: later,
      nat_elastic_ips: { [a]: later },
      private_subnets: { cidrs: { [a]: later, [b]: later }, tags: { made: later } },
      pod_subnets: { cidr: later },
      secondary_cidrs: { more: later },
      interface_endpoints: { sts: { policy: later, service_name: later } },
      discovery_tag: later,
      flow_logs: { cloud_watch: { kms_key_arn: later } },
      tags: { made: later },
    },
    bucket: { ...call, nat: "none", interface_endpoints: {}, cidr: later, flow_logs: { s3: { bucket_arn: later } } },
  };
  const { resources } = await planFiles({ ...files, "main.tf.json": { module, ...maker }, "cdk.tf.json": planned(stack) });
  const addresses = Object.keys(resources).filter((address) => address !== "terraform_data.made");
  const inModule = addresses.filter((address) => address.startsWith("module."));
  const inStack = addresses.filter((address) => !address.startsWith("module."));
  expect(inModule.map((address) => address.replace(/^module\.(\w+)\.(\w+)\./, "$2.$1_")).sort()).toEqual(inStack.sort());
  expect(inStack).toEqual(expect.arrayContaining([`aws_subnet.network_private["${a}"]`, "aws_flow_log.network_cloud_watch[0]", "aws_flow_log.bucket_s3[0]"]));
});

test("a network that exists already satisfies the same reference by literal ids, and tiers that it lacks are empty", async () => {
  const ids = { [a]: "subnet-0a", [b]: "subnet-0b" };
  const stack = synthStack((scope) => {
    const network = existingNetwork({ vpcId: "vpc-0a", cidr: "10.0.0.0/16", privateSubnetIds: ids, natPublicIps: ["192.0.2.1"] });
    outputs(scope, Object.fromEntries(Object.entries(network).map(([name, value]) => [name, { value, doc: name }])));
  });
  const planOutputs = (await planFiles({ "cdk.tf.json": planned(stack) })).outputs;
  expect(Object.fromEntries(Object.entries(planOutputs).map(([name, output]) => [name, output["value"]]))).toEqual({
    private_subnet_cidrs: {},
    public_subnet_cidrs: {},
    vpc_id: "vpc-0a",
    cidr: "10.0.0.0/16",
    zones: [a, b],
    public_subnet_ids: {},
    private_subnet_ids: ids,
    intra_subnet_ids: {},
    pod_subnet_ids: {},
    database_subnet_ids: {},
    egress_ready: [],
    nat_public_ips: ["192.0.2.1"],
  });
});

test("whoever waits for egress waits for routes, associations and endpoints", () => {
  let addresses: readonly string[] = [];
  synthStack((scope) => {
    addresses = references([new Network(scope, "network", shortest).egressReady]);
  });
  expect(addresses).toEqual([
    "aws_route.network_public_internet",
    "aws_route.network_private_nat",
    "aws_route_table_association.network_public",
    "aws_route_table_association.network_private",
    "aws_route_table_association.network_pod",
    "aws_route_table_association.network_intra",
    "aws_route_table_association.network_database",
    "aws_vpc_endpoint.network_gateway",
    "aws_vpc_endpoint.network_interface",
    "aws_vpc_security_group_ingress_rule.network_endpoints",
  ]);
});

describe("regional NAT", () => {
  const resources = (json: Json) => json["resource"] as Record<string, Json>;

  test("is in a module for a provider that has it, keeps the internet gateway, and takes own addresses by zone", () => {
    const { aws_nat_gateway, aws_internet_gateway, aws_route } = resources(synthModule(networkModule, newest));
    expect(aws_nat_gateway!["regional"]).toMatchObject({
      count: '${var.nat == "regional" ? 1 : 0}',
      availability_mode: "regional",
      vpc_id: "${aws_vpc.this.id}",
      dynamic: {
        availability_zone_address: {
          for_each: "${var.nat_elastic_ips}",
          content: { availability_zone: "${availability_zone_address.key}", allocation_ids: ["${availability_zone_address.value}"] },
        },
      },
    });
    expect(aws_internet_gateway!["this"].count).toMatch(/var\.nat == "regional" \? true : /);
    expect(aws_route!["private_nat"].nat_gateway_id).toMatch(/^\$\{var\.nat == "regional" \? aws_nat_gateway\.regional\[0\]\.id : /);
  });

  test("leaves no trace in a module for the oldest provider", () => {
    const json = synthModule(networkModule);
    expect(Object.keys(resources(json)["aws_nat_gateway"]!)).toEqual(["zonal"]);
    expect(JSON.stringify({ ...json, variable: undefined })).not.toMatch(/regional\[|== \\"regional\\"|availability_mode/);
  });
});
