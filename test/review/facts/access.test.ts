import { accessChanges } from "../../../review/facts/access";
import type { PlannedResource } from "../../../review/plan-json";
import { created, kept, layer, planned } from "./layers";

const told = (...resources: readonly PlannedResource[]) => accessChanges(layer(...resources)).map(({ kind, sentence }) => `${kind}: ${sentence}`);
const policy = (...statements: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (actions: unknown, resources: unknown, more: object = {}) => ({ Effect: "Allow", Action: actions, Resource: resources, ...more });
const trust = (principal: unknown, more: object = {}) => policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: principal, ...more });

describe("policies of a role that is there", () => {
  const changed = (before: object[], after: object[]) => told(planned("aws_iam_role_policy.this", { role: "orders", policy: policy(...before) }, { role: "orders", policy: policy(...after) }));
  const read = allow("s3:GetObject", "arn:aws:s3:::a/*");

  it.each<[string, object[], object[], string[]]>([
    ["another order", [allow(["s3:a", "s3:b"], "*")], [allow(["s3:b", "s3:a"], ["*"])], []],
    ["fewer actions", [allow("s3:*", "*")], [allow(["s3:GetObject", "S3:PutObject"], "*")], []],
    ["a part of a resource", [allow("s3:GetObject", "arn:aws:s3:::a*")], [read], []],
    ["split in two", [allow(["s3:GetObject", "s3:PutObject"], ["x", "y"])], [allow("s3:PutObject", ["x", "y"]), allow("s3:GetObject", ["y"])], []],
    ["another condition", [read], [{ ...read, Condition: { StringEquals: { "aws:a": "1" } } }], []],
    ["a new action", [read], [allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::a/*")], ["iam: IAM role orders may call s3:PutObject on arn:aws:s3:::a/*"]],
    ["a wider action", [read], [allow("s3:Get*", "arn:aws:s3:::a/*")], ["iam: IAM role orders may call s3:Get* on arn:aws:s3:::a/*"]],
    ["a wider resource", [read], [allow("s3:GetObject", "*")], ["iam: IAM role orders may call s3:GetObject on every resource (*)"]],
    ["everything", [read], [allow("*", "*")], ["iam: IAM role orders may call every action (*) on every resource (*)"]],
    ["everything but", [read], [{ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }], ["iam: IAM role orders may call all but iam:* on every resource (*)"]],
    ["a lost condition", [{ ...read, Condition: { StringEquals: { "aws:SourceAccount": "1" } } }], [read], ["iam: IAM role orders may call s3:GetObject on arn:aws:s3:::a/*, no longer only where StringEquals aws:SourceAccount 1"]],
    ["a condition with a value less", [{ ...read, Condition: { StringEquals: { "aws:a": ["1", "2"] } } }], [{ ...read, Condition: { StringEquals: { "aws:a": "2" } } }], []],
    ["a condition with another value", [{ ...read, Condition: { StringEquals: { "aws:a": "1" } } }], [{ ...read, Condition: { StringEquals: { "aws:a": ["1", "2"] } } }], ["iam: IAM role orders may call s3:GetObject on arn:aws:s3:::a/*, now where StringEquals aws:a 1 or 2"]],
    ["a condition that excludes less", [{ ...read, Condition: { StringNotEquals: { "aws:a": ["1", "2"] } } }], [{ ...read, Condition: { StringNotEquals: { "aws:a": "1" } } }], ["iam: IAM role orders may call s3:GetObject on arn:aws:s3:::a/*, now where StringNotEquals aws:a 1"]],
    ["a lost denial", [allow("*", "*"), { Effect: "Deny", Action: "iam:*", Resource: "*" }], [allow("*", "*")], ["iam: IAM role orders no longer denies iam:* on every resource (*)"]],
    ["many actions", [], [allow(["a:1", "a:2", "a:3", "a:4", "a:5", "a:6"], "*")], ["iam: IAM role orders may call a:1, a:2, a:3, a:4 and 2 more on every resource (*)"]],
    ["one of a list's texts as a pattern would read it", [allow("s3:GetObject", "a.c")], [allow("s3:GetObject", "abc")], ["iam: IAM role orders may call s3:GetObject on abc"]],
  ])("%s", (_, before, after, lines) => {
    expect(changed(before, after)).toEqual(lines);
  });

  it("before and after are said in short", () => {
    const [change] = accessChanges(layer(planned("aws_iam_role_policy.this", { role: "orders", policy: policy(read) }, { role: "orders", policy: policy(allow("s3:*", "*")) })));
    expect(change).toMatchObject({ address: "aws_iam_role_policy.this", before: "s3:GetObject on arn:aws:s3:::a/*", after: "s3:* on every resource (*)" });
  });

  it("a policy that is secret is not shown", () => {
    const { change, ...resource } = planned("aws_iam_role_policy.this", { role: "orders", policy: policy(read) }, { role: "orders", policy: policy(allow("s3:*", "secret")) });
    expect(told({ ...resource, change: { ...change!, secret: { before: {}, after: { policy: true } } } })).toEqual([]);
  });

  it.each<[string, PlannedResource, string[]]>([
    ["a new policy", created("aws_iam_role_policy.this", { role: "orders", policy: policy(read) }), ["iam: IAM role orders may call s3:GetObject on arn:aws:s3:::a/*"]],
    ["one that is known after apply", planned("aws_iam_role_policy.this", { role: "orders", policy: policy(read) }, { role: "orders" }, { policy: true }), ["iam: IAM role orders: what its policy allows is known after apply"]],
    ["one that goes", planned("aws_iam_role_policy.this", { role: "orders", policy: policy(read) }, undefined), []],
    ["one that is no policy", planned("aws_iam_role_policy.this", { role: "orders", policy: "{" }, { role: "orders", policy: "[]" }), []],
    ["a managed policy", created("aws_iam_role_policy_attachment.this", { role: "orders", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }), ["iam: IAM role orders gets policy ReadOnlyAccess"]],
    ["a policy of their own", planned("aws_iam_policy.shared", { name: "shared", policy: policy(read) }, { name: "shared", policy: policy(allow("s3:*", "*")) }), ["iam: whoever has IAM policy shared may call s3:* on every resource (*)"]],
    ["one that nobody has yet", created("aws_iam_policy.shared", { name: "shared", policy: policy(allow("*", "*")) }), []],
  ])("%s", (_, resource, lines) => {
    expect(told(resource)).toEqual(lines);
  });
});

describe("who may assume a role", () => {
  const service = { Service: "ec2.amazonaws.com" };
  const subject = { Condition: { StringEquals: { "oidc.example:sub": "system:serviceaccount:shop:orders" } } };
  it.each<[string, string | undefined, string, string[]]>([
    ["a service more", trust(service), trust({ Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"] }), ["iam: IAM role r can be assumed by lambda.amazonaws.com"]],
    ["everybody", trust(service), trust("*"), ["iam: IAM role r can be assumed by everybody (*)"]],
    ["everybody of AWS", trust(service), trust({ AWS: "*" }), ["iam: IAM role r can be assumed by everybody (*)"]],
    ["a new role by a service", undefined, trust(service), []],
    ["a new role by one service account", undefined, trust({ Federated: "arn:oidc" }, subject), []],
    ["a new role by every service account", undefined, trust({ Federated: "arn:oidc" }), ["iam: IAM role r can be assumed by arn:oidc"]],
    ["a new role by another account", undefined, trust({ AWS: "arn:aws:iam::999999999999:root" }), ["iam: IAM role r can be assumed by arn:aws:iam::999999999999:root"]],
  ])("%s", (_, before, after, lines) => {
    const role = (document: string | undefined) => (document === undefined ? undefined : { name: "r", assume_role_policy: document });
    expect(told(planned("aws_iam_role.r", role(before), role(after)))).toEqual(lines);
  });
});

describe("a role that the plan makes", () => {
  const role = (document: string) => created("aws_iam_role.new", { name: "new", assume_role_policy: document });
  const pods = role(trust({ Service: "pods.eks.amazonaws.com" }));
  const nodes = role(trust({ Service: "ec2.amazonaws.com" }));
  const secrets = created("aws_iam_role_policy.this", { role: "new", policy: policy(allow("secretsmanager:GetSecretValue", "*")) });
  const association = created('aws_eks_pod_identity_association.this["orders"]', { namespace: "shop", service_account: "orders" }, { role_arn: true });
  const cluster = created("aws_eks_cluster.this", { name: "main" });

  it("is ordinary for a service, and for pods of a cluster that is new too", () => {
    expect(told(nodes, secrets)).toEqual([]);
    expect(told(cluster, pods, association, secrets)).toEqual([]);
  });

  it("for pods that run today is told", () => {
    expect(told(pods, association, secrets)).toEqual(["iam: pods of shop/orders get a role that this plan makes", "iam: IAM role new may call secretsmanager:GetSecretValue on every resource (*)"]);
  });

  it("is told where it may do nearly everything", () => {
    expect(
      told(
        nodes,
        created("aws_iam_role_policy.this", { role: "new", policy: policy(allow("iam:*", "*"), allow("s3:*", "arn:aws:s3:::a")) }),
        created('aws_iam_role_policy_attachment.this["a"]', { role: "new", policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
        created('aws_iam_role_policy_attachment.this["b"]', { role: "new", policy_arn: "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy" }),
      ),
    ).toEqual(["iam: IAM role new may call iam:* on every resource (*)", "iam: IAM role new gets policy AdministratorAccess"]);
  });
});

describe("policies of resources", () => {
  it.each<[string, PlannedResource, string[]]>([
    ["a principal more", planned("aws_s3_bucket_policy.logs", { policy: policy(allow("s3:GetObject", "x", { Principal: { AWS: "arn:a" } })) }, { policy: policy(allow("s3:GetObject", "x", { Principal: { AWS: ["arn:a", "arn:b"] } })) }), ["resource-policy: S3 bucket policy logs lets arn:b call s3:GetObject on x"]],
    ["a new key with its owner", created("aws_kms_key.this", { policy: policy(allow("kms:*", "*", { Principal: { AWS: "arn:aws:iam::1:root" } })) }), []],
    ["a new bucket that is open to everybody", created("aws_s3_bucket_policy.logs", { policy: policy(allow("s3:GetObject", "x", { Principal: "*" })) }), ["resource-policy: S3 bucket policy logs lets everybody (*) call s3:GetObject on x"]],
    ["a new bucket that is open under a condition", created("aws_s3_bucket_policy.logs", { policy: policy(allow("s3:GetObject", "x", { Principal: "*", Condition: { StringEquals: { "aws:SourceVpc": "v" } } })) }), []],
    ["a denial for everybody", created("aws_s3_bucket_policy.logs", { policy: policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }) }), []],
  ])("%s", (_, resource, lines) => {
    expect(told(resource)).toEqual(lines);
  });
});

describe("security groups", () => {
  const group = kept("aws_security_group.web", { id: "sg-1" });
  const rule = (values: object) => ({ security_group_id: "sg-1", ip_protocol: "tcp", from_port: 443, to_port: 443, ...values });
  const of = (before: object | undefined, after: object, unknown: object = {}) =>
    told(group, planned('aws_vpc_security_group_ingress_rule.this["https"]', before && rule(before), rule(after), unknown));

  it.each<[string, object | undefined, object, string[]]>([
    ["a narrower block", { cidr_ipv4: "10.0.0.0/8" }, { cidr_ipv4: "10.1.0.0/16" }, []],
    ["a wider block", { cidr_ipv4: "10.1.0.0/16" }, { cidr_ipv4: "10.0.0.0/8" }, ["network: security group web lets in 10.0.0.0/8 to tcp port 443 (ingress rule https)"]],
    ["everybody", { cidr_ipv4: "10.1.0.0/16" }, { cidr_ipv4: "0.0.0.0/0" }, ["network: security group web lets in 0.0.0.0/0 (the whole internet) to tcp port 443 (ingress rule https)"]],
    ["everybody by IPv6", undefined, { cidr_ipv6: "::/0" }, ["network: security group web lets in ::/0 (the whole internet) to tcp port 443 (ingress rule https)"]],
    ["another port", { cidr_ipv4: "10.0.0.0/8" }, { cidr_ipv4: "10.0.0.0/8", to_port: 444 }, ["network: security group web lets in 10.0.0.0/8 to tcp ports 443 to 444 (ingress rule https)"]],
    ["every protocol", { cidr_ipv4: "10.0.0.0/8" }, { cidr_ipv4: "10.0.0.0/8", ip_protocol: "-1" }, ["network: security group web lets in 10.0.0.0/8 to every port (ingress rule https)"]],
    ["another group", { cidr_ipv4: "10.0.0.0/8" }, { referenced_security_group_id: "sg-2" }, ["network: security group web lets in sg-2 to tcp port 443 (ingress rule https)"]],
  ])("%s", (_, before, after, lines) => {
    expect(of(before, after)).toEqual(lines);
  });

  it("a source that is known after apply is told as that", () => {
    expect(of(undefined, {}, { referenced_security_group_id: true })).toEqual(["network: security group web lets in a security group that is known after apply to tcp port 443 (ingress rule https)"]);
  });

  it("a group that no plan has is told by its id", () => {
    expect(told(created("aws_vpc_security_group_ingress_rule.https", rule({ cidr_ipv4: "10.0.0.0/8" })))).toEqual(["network: security group sg-1 lets in 10.0.0.0/8 to tcp port 443 (ingress rule https)"]);
  });

  it("what one resource let in before, another may", () => {
    const inline = planned("aws_security_group.this", { id: "sg-1", ingress: [{ protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"] }] }, { id: "sg-1", ingress: [] });
    expect(told(inline, created("aws_vpc_security_group_ingress_rule.this", rule({ cidr_ipv4: "10.0.0.0/8" })))).toEqual([]);
  });

  it("a rule of a group itself, and one of the older kind", () => {
    const open = { protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] };
    expect(told(planned("aws_security_group.web", { id: "sg-1", name: "web", ingress: [] }, { id: "sg-1", name: "web", ingress: [open] }))).toEqual(["network: security group web lets in 0.0.0.0/0 (the whole internet) and ::/0 (the whole internet) to tcp port 22"]);
    expect(told(group, created("aws_security_group_rule.ssh", { type: "ingress", security_group_id: "sg-1", ...open, ipv6_cidr_blocks: [] }))).toEqual(["network: security group web lets in 0.0.0.0/0 (the whole internet) to tcp port 22 (security group rule ssh)"]);
    expect(told(group, created("aws_security_group_rule.out", { type: "egress", security_group_id: "sg-1", ...open }))).toEqual([]);
  });

  it.each([["10.0.0.0/16", 0], ["100.64.0.0/16", 0], ["fd00::/8", 0], ["203.0.113.0/24", 1], ["2001:db8::/32", 1]])("of a group that is new only public sources are told: %s", (cidr, lines) => {
    const source = cidr.includes(":") ? { cidr_ipv6: cidr } : { cidr_ipv4: cidr };
    expect(told(created("aws_security_group.this", {}, { id: true }), created("aws_vpc_security_group_ingress_rule.this", { ip_protocol: "tcp", from_port: 443, to_port: 443, ...source }, { security_group_id: true }))).toHaveLength(lines);
  });
});

describe("clusters", () => {
  const access = (isPublic: boolean, cidrs?: readonly string[]) => ({ name: "main", vpc_config: [{ endpoint_public_access: isPublic, ...(cidrs && { public_access_cidrs: cidrs }) }] });
  it.each<[string, object | undefined, object, string[]]>([
    ["the endpoint opens", access(false), access(true, ["203.0.113.0/24"]), ["endpoint: cluster lets in 203.0.113.0/24 to its API"]],
    ["it opens wider", access(true, ["203.0.113.0/24"]), access(true, ["203.0.113.0/24", "0.0.0.0/0"]), ["endpoint: cluster lets in 0.0.0.0/0 (the whole internet) to its API"]],
    ["it is narrowed", access(true, ["0.0.0.0/0"]), access(true, ["203.0.113.0/24"]), []],
    ["it closes", access(true, ["0.0.0.0/0"]), access(false), []],
    ["it is new and says nobody in particular", undefined, access(true), ["endpoint: cluster lets in 0.0.0.0/0 (the whole internet) to its API"]],
    ["it is new and private", undefined, access(false), []],
    ["its creator administers it", undefined, { name: "main", access_config: [{ bootstrap_cluster_creator_admin_permissions: true }] }, ["cluster-access: cluster: whoever creates it may administer all of it, by an entry that no plan shows"]],
  ])("%s", (_, before, after, lines) => {
    expect(told(planned("aws_eks_cluster.this", before as never, after as never))).toEqual(lines);
  });

  const principal = { cluster_name: "main", principal_arn: "arn:aws:iam::123456789012:role/team/dev" };
  const association = (name: string, namespaces?: readonly string[]) => ({
    ...principal,
    policy_arn: `arn:aws:eks::aws:cluster-access-policy/${name}`,
    access_scope: [namespaces === undefined ? { type: "cluster" } : { type: "namespace", namespaces }],
  });
  const view = association("AmazonEKSViewPolicy", ["shop"]);
  const dev = "cluster-access: cluster main: role dev of account 123456789012";
  it.each<[string, readonly PlannedResource[], string[]]>([
    ["a principal may administer", [created("aws_eks_access_policy_association.this", association("AmazonEKSClusterAdminPolicy"))], [`${dev} may administer all of it`]],
    ["one may read a namespace", [created("aws_eks_access_policy_association.this", view)], [`${dev} gets AmazonEKSViewPolicy in namespace shop (read workloads, not secrets)`]],
    ["one sentence a principal", [created('aws_eks_access_policy_association.this["a"]', view), created('aws_eks_access_policy_association.this["b"]', association("OwnPolicy"))], [`${dev} gets AmazonEKSViewPolicy in namespace shop (read workloads, not secrets) and gets OwnPolicy in the whole cluster`]],
    ["one may do everything in a namespace", [created("aws_eks_access_policy_association.this", association("AmazonEKSClusterAdminPolicy", ["shop"]))], [`${dev} may do everything in namespace shop`]],
    ["a namespace more", [planned("aws_eks_access_policy_association.this", view, association("AmazonEKSViewPolicy", ["shop", "pay"]))], [`${dev} gets AmazonEKSViewPolicy in namespace pay (read workloads, not secrets)`]],
    ["from the cluster to a namespace", [planned("aws_eks_access_policy_association.this", association("AmazonEKSViewPolicy"), view)], []],
    ["the same by another address", [planned('aws_eks_access_policy_association.this["a"]', view, undefined), created('aws_eks_access_policy_association.this["b"]', view)], []],
    ["a group of Kubernetes", [created("aws_eks_access_entry.this", { ...principal, type: "STANDARD", kubernetes_groups: ["ops"] })], [`${dev} gets into the Kubernetes group ops`]],
    ["an entry of nodes", [created("aws_eks_access_entry.this", { ...principal, type: "EC2_LINUX", kubernetes_groups: ["system:nodes"] })], []],
    ["an association that stays", [kept("aws_eks_access_policy_association.this", view)], []],
    ["pods get another role", [planned("aws_eks_pod_identity_association.this", { namespace: "shop", service_account: "a", role_arn: "arn:aws:iam::1:role/x" }, { namespace: "shop", service_account: "a", role_arn: "arn:aws:iam::1:role/y" })], ["iam: pods of shop/a get role y of account 1"]],
  ])("%s", (_, resources, lines) => {
    expect(told(...resources)).toEqual(lines);
  });
});
