import { describe as sentenceOf } from "../../../kernel";
import { guardProblems } from "../../../review/guards/guard-findings";
import { stateful } from "../../../review/guards/stateful";
import { change, createFirst, deleteFirst, findings, told } from "./planned";

const cluster = "aws_eks_cluster.cluster_this";
const nodes = 'aws_eks_node_group.node_groups_this["spot"]';
const group = (size: number) => ({ scaling_config: [{ desired_size: size }] });

describe("what is lost", () => {
  it.each(stateful.flatMap(({ types, destroyed, replaced, lost }) => types.map((type) => ({ type, destroyed, replaced, lost }))))("$type may neither be destroyed nor replaced", ({ type, destroyed, replaced, lost }) => {
    const [address, before] = [`module.data.${type}.this["a"]`, { id: "1" }];
    expect(told([change(address, before, null)])).toEqual([expect.stringMatching(new RegExp(`^${destroyed}: destroys [\\w ]+ a: ${lost}$`))]);
    expect(told([change(address, before, { id: "2" }, deleteFirst)])).toEqual([expect.stringMatching(new RegExp(`^${replaced}: replaces [\\w ]+ a: ${lost}$`))]);
    expect(told([change(address, before, before, { actions: ["no-op"] }), change(address, null, before), change(address, before, { id: "1", tags: {} }), change(address, before, null, { actions: ["forget"] })])).toEqual([]);
  });

  it("what has no key is called by its type", () => {
    expect(told([change(cluster, { name: "eks" }, null)])).toEqual(["destroy-cluster: destroys cluster: everything in it is lost"]);
    expect(told([change(cluster, { name: "eks" }, { name: "other" }, createFirst)])).toEqual(["replace-cluster: replaces cluster: everything in it is lost"]);
  });

  it.each([
    ["a group without nodes goes", change(nodes, group(0), null), []],
    ["one with a node does not", change(nodes, group(1), null), ["destroy-nodes: destroys node group spot: its pods have nowhere to go"]],
    ["nor one of which nobody knows how many it has", change(nodes, {}, null), ["destroy-nodes: destroys node group spot: its pods have nowhere to go"]],
    ["a group is replaced where the new one is there first", change(nodes, group(2), group(2), createFirst), []],
    ["and not where the old one goes first", change(nodes, group(2), group(2), deleteFirst), ["replace-nodes: replaces node group spot: its pods have nowhere to go"]],
    ["a log group that stays in AWS goes from the state", change("aws_cloudwatch_log_group.this", { skip_destroy: true }, null), []],
    ["a data source holds nothing", { ...change("aws_vpc.this", { id: "1" }, null), mode: "data" }, []],
  ])("%s", (_, planned, expected) => {
    expect(told([planned])).toEqual(expected);
  });
});

const rule = (more: object) => ({ ip_protocol: "tcp", from_port: 443, to_port: 443, ...more });
const oldRule = (more: object) => ({ type: "ingress", protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: [], ipv6_cidr_blocks: [], ...more });
const endpoint = (cidrs: readonly string[], open = true) => ({ vpc_config: [{ endpoint_public_access: open, public_access_cidrs: cidrs }] });
const ingress = 'aws_vpc_security_group_ingress_rule.this["api"]';
const world = "open-to-world: ingress rule api lets in";

describe("what the whole internet may reach", () => {
  it.each([
    ["a new rule", change(ingress, null, rule({ cidr_ipv4: "0.0.0.0/0" })), [`${world} 0.0.0.0/0 to tcp port 443`]],
    ["a rule of IPv6", change(ingress, rule({ cidr_ipv6: "2001:db8::/32" }), rule({ cidr_ipv6: "::/0" })), [`${world} ::/0 to tcp port 443`]],
    ["of the other family", change(ingress, rule({ cidr_ipv4: "0.0.0.0/0" }), rule({ cidr_ipv6: "::/0" }), deleteFirst), [`${world} ::/0 to tcp port 443`]],
    ["half of the internet is not all of it", change(ingress, null, rule({ cidr_ipv4: "0.0.0.0/1" })), []],
    ["what was open stays open", change(ingress, rule({ cidr_ipv4: "0.0.0.0/0" }), rule({ cidr_ipv4: "0.0.0.0/0", description: "a" })), []],
    ["fewer ports than before", change(ingress, rule({ cidr_ipv4: "0.0.0.0/0", to_port: 500 }), rule({ cidr_ipv4: "0.0.0.0/0" })), []],
    ["more ports than before", change(ingress, rule({ cidr_ipv4: "0.0.0.0/0" }), rule({ cidr_ipv4: "0.0.0.0/0", to_port: 444 })), [`${world} 0.0.0.0/0 to tcp ports 443 to 444`]],
    ["every protocol", change(ingress, rule({ cidr_ipv4: "0.0.0.0/0" }), rule({ cidr_ipv4: "0.0.0.0/0", ip_protocol: "-1", from_port: null, to_port: null })), [`${world} 0.0.0.0/0 to every port`]],
    ["what goes opens nothing", change(ingress, rule({ cidr_ipv4: "0.0.0.0/0" }), null), []],
    ["an address that is not known yet", change(ingress, null, rule({}), { after_unknown: { cidr_ipv4: true } }), []],
    ["ports that are not known yet", change(ingress, rule({ cidr_ipv4: "0.0.0.0/0" }), { cidr_ipv4: "0.0.0.0/0", ip_protocol: "tcp" }, { after_unknown: { from_port: true, to_port: true } }), [`${world} 0.0.0.0/0 to ports that are known after apply`]],
    ["the older resource", change('aws_security_group_rule.this["api"]', null, oldRule({ cidr_blocks: ["10.0.0.0/8", "0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] })), ["0.0.0.0/0", "::/0"].map((cidr) => `open-to-world: security group rule api lets in ${cidr} to tcp port 443`)],
    ["what goes out", change('aws_security_group_rule.this["api"]', null, oldRule({ type: "egress", cidr_blocks: ["0.0.0.0/0"] })), []],
    ["rules inside of a group", change("aws_security_group.this", { ingress: [] }, { ingress: [oldRule({ cidr_blocks: ["0.0.0.0/0"], from_port: 0, to_port: 65535 })] }), ["open-to-world: security group lets in 0.0.0.0/0 to every tcp port"]],
    ["the endpoint of a new cluster", change(cluster, null, endpoint(["0.0.0.0/0"])), ["open-to-world: cluster lets in 0.0.0.0/0 to its API"]],
    ["of one that was private", change(cluster, endpoint(["0.0.0.0/0"], false), endpoint(["0.0.0.0/0"])), ["open-to-world: cluster lets in 0.0.0.0/0 to its API"]],
    ["a private one", change(cluster, null, endpoint(["0.0.0.0/0"], false)), []],
    ["one with a list", change(cluster, null, endpoint(["192.0.2.0/24"])), []],
  ])("%s", (_, planned, expected) => {
    expect(told([planned])).toEqual(expected);
  });
});

const logs = (...types: string[]) => ({ enabled_cluster_log_types: types });
const disk = (encrypted: unknown) => ({ block_device_mappings: [{ device_name: "/dev/xvda", ebs: [{ encrypted }] }] });
const template = 'aws_launch_template.this["spot"]';
const configuration = "aws_s3_bucket_server_side_encryption_configuration.this";
const algorithm = (name: string) => ({ bucket: "logs", rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: name }] }] });
const key = { kms_key_id: "arn:aws:kms:us-east-1:111122223333:key/1" };

describe("logs, encryption and versions", () => {
  it.each([
    ["a log type that is dropped", change(cluster, logs("api", "audit"), logs("api")), ["drop-log-type: cluster no longer logs audit"]],
    ["all of them", change(cluster, logs("api", "audit"), { enabled_cluster_log_types: null }), ["drop-log-type: cluster no longer logs api, audit"]],
    ["one that is added", change(cluster, logs("api"), logs("audit", "api")), []],
    ["those that are not known yet", change(cluster, logs("api"), {}, { after_unknown: { enabled_cluster_log_types: true } }), []],
    ["the disks of nodes", change(template, disk("true"), disk("false")), ["encryption-off: launch template spot no longer encrypts disk /dev/xvda"]],
    ["left to the image", change(template, disk("true"), disk("")), ["encryption-off: launch template spot no longer encrypts disk /dev/xvda"]],
    ["known after apply", change(template, disk("true"), { block_device_mappings: [{ device_name: "/dev/xvda", ebs: [{}] }] }, { after_unknown: { block_device_mappings: [{ ebs: [{ encrypted: true }] }] } }), []],
    ["a disk that goes", change(template, disk("true"), { block_device_mappings: [] }), []],
    ["a disk that was not encrypted", change(template, disk("false"), disk("false")), []],
    ["the secrets of a cluster", change(cluster, { encryption_config: [{ resources: ["secrets"] }] }, { encryption_config: [] }), ["encryption-off: cluster no longer encrypts its secrets with a key of its own"]],
    ["a log group's key", change("aws_cloudwatch_log_group.this", key, { kms_key_id: "" }), ["encryption-off: log group no longer encrypts with a key of its own"]],
    ["another key", change("aws_cloudwatch_log_group.this", key, {}, { after_unknown: { kms_key_id: true } }), []],
    ["a database", change("aws_db_instance.this", { storage_encrypted: true }, { storage_encrypted: false }), ["encryption-off: database no longer encrypts its data"]],
    ["a storage class", change('kubernetes_storage_class_v1.this["gp3"]', { parameters: { encrypted: "true" } }, { parameters: {} }, deleteFirst), ["encryption-off: storage class gp3 no longer encrypts new volumes"]],
    ["a bucket's KMS key", change(configuration, algorithm("aws:kms"), algorithm("AES256")), ["encryption-off: encryption of S3 bucket no longer uses a KMS key"]],
    ["its configuration", change(configuration, algorithm("aws:kms"), null), ["encryption-off: encryption of S3 bucket no longer uses a KMS key"]],
    ["its algorithm, where something else of it is known after apply", change(configuration, algorithm("aws:kms"), algorithm("AES256"), { after_unknown: { rule: [{ bucket_key_enabled: true }] } }), ["encryption-off: encryption of S3 bucket no longer uses a KMS key"]],
    ["S3's own key is there without one", change(configuration, algorithm("AES256"), null), []],
    ["a region's volumes", change("aws_ebs_encryption_by_default.this", { enabled: true }, null), ["encryption-off: EBS encryption by default no longer encrypts new volumes"]],
    ["a group goes up one minor", change(nodes, { version: "1.33" }, { version: "1.34" }), []],
    ["two", change(nodes, { version: "1.33" }, { version: "1.35" }), ["two-minors: node group spot goes from Kubernetes 1.33 to 1.35"]],
    ["two back", change(nodes, { version: "1.35" }, { version: "1.33" }), []],
    ["a control plane in place is the plan guard's", change(cluster, { version: "1.33" }, { version: "1.35" }), []],
  ])("%s", (_, planned, expected) => {
    expect(told([planned])).toEqual(expected);
  });

  it("the configuration of a bucket that goes is no matter of encryption", () => {
    expect(told([change(configuration, algorithm("aws:kms"), null), change("aws_s3_bucket.this", { bucket: "logs" }, null)])).toEqual(["destroy-bucket: destroys S3 bucket: what it holds is lost"]);
  });
});

it("a problem names the words that let it pass", () => {
  expect(guardProblems(findings([change(nodes, group(3), null)])).map(sentenceOf)).toEqual([
    `aws_eks_node_group.node_groups_this["spot"]: expected node groups that stay, or have no nodes, got "destroys node group spot: its pods have nowhere to go"; if it is meant: --allow 'destroy-nodes:aws_eks_node_group.node_groups_this["spot"]=<reason>'   [destroy-nodes]`,
  ]);
});
