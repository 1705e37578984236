import type { GivenInputs } from "../../../kernel";
import { Cluster } from "../../../modules/cluster/cluster";
import { snakeCase } from "../../../kernel/case";
import { inputsWithDefaults } from "../../../kernel/check";
import { describe as sentenceOf } from "../../../kernel/problem";
import { crossRules } from "../../../modules/cluster/cross-rules";
import { clusterInputs } from "../../../modules/cluster/inputs";
import { clusterModule } from "../../../modules/cluster/module";
import { clusterProblems } from "../../../modules/cluster/problems";
import { floor, newest, problemsOf, synthStack } from "../../synth";
import { ruleIds, terraformRefusals, variableRefusals } from "./both-bindings";
import { roleRefusals, tagRefusals } from "../shared-refusals";
import { minimal } from "./minimal";

type Given = GivenInputs<typeof clusterInputs>;

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`;
const admin = { principalArn: role("a"), policies: { AmazonEKSClusterAdminPolicy: {} } };
const rule = { description: "VPN", ports: { from: 443, to: 443 }, cidrIpv4: "10.99.0.0/16" };
const entry = (change: object) => ({ accessEntries: { a: { ...admin, ...change } } });
const node = (change: object) => ({ accessEntries: { a: admin, b: { principalArn: role("b"), type: "EC2_LINUX", ...change } } });
const scope = (namespaces: readonly string[]) => ({ accessEntries: { a: admin, b: { principalArn: role("b"), policies: { AmazonEKSViewPolicy: { namespaces } } } } });
const awsAuth = (content: object) => ({ authenticationMode: "API_AND_CONFIG_MAP", awsAuth: content });
const ingress = (change: object) => ({ clusterSecurityGroup: { ingress: { a: { ...rule, ...change } } } });
const issuer = (change: object) => ({ identityProvider: { name: "a", issuerUrl: "https://a.example.com", clientId: "a", ...change } });
const byConfigMap = { authenticationMode: "CONFIG_MAP", accessEntries: {}, creatorAdmin: true };
const groups = (count: number) => Array.from({ length: count }, (_, index) => `sg-${index}`);
const blocks = (count: number) => Array.from({ length: count }, (_, index) => `10.${index}.0.0/16`);

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ name: "a".repeat(101) }, `name: expected text of 1 to 100 characters, got "${"a".repeat(101)}"   [cluster-name-length]`],
  [{ name: "-eks" }, `name: expected letters, digits, hyphens and underscores, the first a letter or digit, got "-eks"   [cluster-name]`],
  [{ kubernetesVersion: "1.35.2" }, `kubernetesVersion: expected a minor version such as 1.35, got "1.35.2"; EKS chooses the patch version itself   [cluster-kubernetes-version]`],
  [{ account: "1111-2222-3333" }, `account: expected an account id of twelve digits, got "1111-2222-3333"   [cluster-account]`],
  [{ subnetIds: { "us-east-1a": "subnet-a" } }, `subnetIds: expected subnets in at least two availability zones, got {"us-east-1a":"subnet-a"}   [cluster-subnet-zones]`],
  [{ endpoint: { private: false } }, `endpoint: expected at least one of private, public, got {"private":false}; nobody could reach the API server   [cluster-endpoint]`],
  [
    { endpoint: { public: { cidrs: [] } } },
    `endpoint.public.cidrs: expected 1 to 40 address blocks, got []; EKS reads an empty list as the whole internet   [public-endpoint-cidrs]`,
  ],
  ...["10.0.0.0/8", "172.31.0.0/16", "192.168.1.0/24"].map(
    (block) =>
      [
        { endpoint: { public: { cidrs: [block] } } },
        `endpoint.public.cidrs: expected a list in which each element is a block of public addresses, got ["${block}"]; private addresses reach the private endpoint   [public-endpoint-private-block]`,
      ] as const,
  ),
  ...["0.0.0.0/0", "0.0.0.0/1", "203.0.113.7/24", "2001:db8::/32", "203.0.113.7"].map(
    (block) =>
      [
        { endpoint: { public: { cidrs: [block] } } },
        `endpoint.public.cidrs: expected a list in which each element is an IPv4 CIDR block with a prefix from /8 to /32, got ["${block}"]; a wider block opens the API server to the internet   [public-endpoint-allow-list]`,
      ] as const,
  ),
  [
    { endpoint: { public: { cidrs: ["203.0.113.0/24", "203.0.113.0/24"] } } },
    `endpoint.public.cidrs: expected a list without repeated elements, got ["203.0.113.0/24","203.0.113.0/24"]; try ["203.0.113.0/24"]   [public-endpoint-distinct]`,
  ],
  [{ logTypes: ["api", "api"] }, `logTypes: expected a list without repeated elements, got ["api","api"]; try ["api"]   [cluster-log-types]`],
  [
    { logRetentionDays: 42 },
    `logRetentionDays: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 42; CloudWatch Logs knows no other   [cluster-log-retention]`,
  ],
  [{ logKmsKeyArn: "alias/logs" }, `logKmsKeyArn: expected the ARN of a KMS key, got "alias/logs"; an alias or a key id is not enough   [cluster-log-key]`],
  [{ secretsKey: {} }, `secretsKey: expected exactly one of create, arn, got {}   [secrets-key]`],
  [
    { secretsKey: { create: {}, arn: "arn:aws:kms:us-east-1:111122223333:key/one" } },
    `secretsKey: expected exactly one of create, arn, got {"create":{},"arn":"arn:aws:kms:us-east-1:111122223333:key/one"}   [secrets-key]`,
  ],
  [
    { secretsKey: { arn: "arn:aws:kms:us-east-1:111122223333:alias/one" } },
    `secretsKey.arn: expected the ARN of a KMS key, got "arn:aws:kms:us-east-1:111122223333:alias/one"; an alias or a key id is not enough   [secrets-key-arn]`,
  ],
  [{ secretsKey: { create: { rotationDays: 30 } } }, `secretsKey.create.rotationDays: expected a whole number from 90 to 2560, got 30; try 90   [secrets-key-rotation]`],
  [
    { secretsKey: { create: { deletionWindowDays: 6.5 } } },
    `secretsKey.create.deletionWindowDays: expected a whole number from 7 to 30, got 6.5; try 7   [secrets-key-deletion-window]`,
  ],
  [{ secretsKey: { create: { administrators: ["admin"] } } }, `secretsKey.create.administrators[0]: expected the ARN of an IAM role or user, got "admin"   [secrets-key-administrator]`],
  [
    { secretsKey: { create: { administrators: [role("a"), role("a")] } } },
    `secretsKey.create.administrators: expected a list without repeated elements, got ["${role("a")}","${role("a")}"]; try ["${role("a")}"]   [secrets-key-distinct-administrators]`,
  ],
  [
    entry({ principalArn: "arn:aws:sts::111122223333:assumed-role/admin/me" }),
    `accessEntries.a.principalArn: expected the ARN of an IAM role or user, got "arn:aws:sts::111122223333:assumed-role/admin/me"; sessions and accounts get no access entry   [access-entry-principal]`,
  ],
  [
    { accessEntries: { a: admin, b: admin } },
    `accessEntries: expected each principal once, got ${JSON.stringify({ a: admin, b: admin }).slice(0, 120)}…; EKS keeps one access entry for each   [distinct-access-entries]`,
  ],
  [entry({ username: "" }), `accessEntries.a.username: expected text of 1 to 256 characters, got ""   [access-entry-username-length]`],
  [
    entry({ username: "system:anna" }),
    `accessEntries.a.username: expected text that does not begin with system: or eks: or aws: or amazon: or iam:, got "system:anna"; EKS keeps those for itself   [access-entry-username-reserved]`,
  ],
  [entry({ kubernetesGroups: [""] }), `accessEntries.a.kubernetesGroups[0]: expected text of 1 to 256 characters, got ""   [access-entry-group-length]`],
  [
    entry({ kubernetesGroups: ["system:masters"] }),
    `accessEntries.a.kubernetesGroups[0]: expected text that does not begin with system: or eks:, got "system:masters"; an access policy grants what such a group would   [access-entry-group-reserved]`,
  ],
  [entry({ kubernetesGroups: ["a", "a"] }), `accessEntries.a.kubernetesGroups: expected a list without repeated elements, got ["a","a"]; try ["a"]   [access-entry-distinct-groups]`],
  [node({ kubernetesGroups: ["a"] }), `accessEntries.b.kubernetesGroups: expected nothing unless type is STANDARD, got ["a"]   [access-entry-groups]`],
  [node({ username: "a" }), `accessEntries.b.username: expected nothing unless type is STANDARD, got "a"   [access-entry-username]`],
  [
    node({ policies: { AmazonEKSViewPolicy: {} } }),
    `accessEntries.b.policies: expected nothing unless type is one of STANDARD, EC2, got {"AmazonEKSViewPolicy":{"namespaces":null}}   [access-entry-policies]`,
  ],
  [
    { accessEntries: { a: admin, b: { principalArn: role("b"), policies: { view: {} } } } },
    `accessEntries.b.policies: expected a map in which each key is the name of an access policy, such as AmazonEKSViewPolicy, got {"view":{}}   [access-policy-name]`,
  ],
  [scope([]), `accessEntries.b.policies.AmazonEKSViewPolicy.namespaces: expected at least one namespace, got []; a policy of the whole cluster has none   [access-policy-namespaces]`],
  [scope(["Apps"]), `accessEntries.b.policies.AmazonEKSViewPolicy.namespaces[0]: expected the name of a namespace, \`*\` for any text, got "Apps"   [access-policy-namespace]`],
  [scope(["a", "a"]), `accessEntries.b.policies.AmazonEKSViewPolicy.namespaces: expected a list without repeated elements, got ["a","a"]; try ["a"]   [access-policy-distinct-namespaces]`],
  [awsAuth({ roles: { a: { arn: role("path/a"), username: "a" } } }), `awsAuth.roles.a.arn: expected the ARN of an IAM role without its path, got "${role("path/a")}"; aws-auth finds no role by a path   [aws-auth-role]`],
  [awsAuth({ roles: { a: { arn: role("a"), username: "" } } }), `awsAuth.roles.a.username: expected text of 1 to 256 characters, got ""   [aws-auth-role-username]`],
  [
    awsAuth({ roles: { a: { arn: role("a"), username: "a" }, b: { arn: role("a"), username: "b" } } }),
    `awsAuth.roles: expected each role once, got ${JSON.stringify({ a: { arn: role("a"), username: "a" }, b: { arn: role("a"), username: "b" } }).slice(0, 120)}…   [aws-auth-distinct-roles]`,
  ],
  [awsAuth({ users: { a: { arn: role("a"), username: "a" } } }), `awsAuth.users.a.arn: expected the ARN of an IAM user, got "${role("a")}"   [aws-auth-user]`],
  [awsAuth({ users: { a: { arn: user("a"), username: "" } } }), `awsAuth.users.a.username: expected text of 1 to 256 characters, got ""   [aws-auth-user-username]`],
  [
    awsAuth({ users: { a: { arn: user("a"), username: "a" }, b: { arn: user("a"), username: "b" } } }),
    `awsAuth.users: expected each user once, got ${JSON.stringify({ a: { arn: user("a"), username: "a" }, b: { arn: user("a"), username: "b" } }).slice(0, 120)}…   [aws-auth-distinct-users]`,
  ],
  [awsAuth({ accounts: ["1111-2222-3333"] }), `awsAuth.accounts[0]: expected an account id of twelve digits, got "1111-2222-3333"   [aws-auth-account]`],
  [ingress({ description: "" }), `clusterSecurityGroup.ingress.a.description: expected ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-, got ""   [security-rule-description]`],
  [
    ingress({ description: "d".repeat(256) }),
    `clusterSecurityGroup.ingress.a.description: expected text of at most 255 characters, got "${"d".repeat(119)}…   [security-rule-description-length]`,
  ],
  [ingress({ description: "für alle" }), `clusterSecurityGroup.ingress.a.description: expected ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-, got "für alle"   [security-rule-description]`],
  [ingress({ ports: { from: -2, to: 1 } }), `clusterSecurityGroup.ingress.a.ports.from: expected a whole number from -1 to 65535, got -2; try -1   [security-rule-from-port]`],
  [ingress({ ports: { from: 1, to: 65536 } }), `clusterSecurityGroup.ingress.a.ports.to: expected a whole number from -1 to 65535, got 65536; try 65535   [security-rule-to-port]`],
  [ingress({ ports: null }), `clusterSecurityGroup.ingress.a.ports: expected something where protocol is one of tcp, udp, icmp, icmpv6, got null   [security-rule-ports]`],
  [ingress({ protocol: "-1" }), `clusterSecurityGroup.ingress.a.ports: expected nothing unless protocol is one of tcp, udp, icmp, icmpv6, got {"from":443,"to":443}   [security-rule-all-ports]`],
  [ingress({ cidrIpv4: "10.0.0.1/16" }), `clusterSecurityGroup.ingress.a.cidrIpv4: expected an IPv4 CIDR block with a prefix from /0 to /32, got "10.0.0.1/16"; try "10.0.0.0/16"   [security-rule-cidr]`],
  [ingress({ cidrIpv4: null, cidrIpv6: "10.0.0.0/16" }), `clusterSecurityGroup.ingress.a.cidrIpv6: expected an IPv6 CIDR block in lower case, got "10.0.0.0/16"   [security-rule-cidr-ipv6]`],
  [ingress({ cidrIpv4: null, prefixListId: "s3" }), `clusterSecurityGroup.ingress.a.prefixListId: expected the id of a prefix list, got "s3"   [security-rule-prefix-list]`],
  [ingress({ cidrIpv4: null, securityGroupId: "default" }), `clusterSecurityGroup.ingress.a.securityGroupId: expected the id of a security group, got "default"   [security-rule-group]`],
  [
    ingress({ cidrIpv4: null }),
    `clusterSecurityGroup.ingress.a: expected exactly one of cidrIpv4, cidrIpv6, prefixListId, securityGroupId, self, got {"description":"VPN","ports":{"from":443,"to":443},"cidrIpv4":null}   [security-rule-peer]`,
  ],
  [
    { clusterSecurityGroup: { egress: { "": rule } } },
    `clusterSecurityGroup.egress: expected a map in which each key is text of 1 to 256 characters, got ${JSON.stringify({ "": rule })}   [security-rule-name]`,
  ],
  [{ securityGroupIds: ["default"] }, `securityGroupIds[0]: expected the id of a security group, got "default"   [cluster-security-group]`],
  [{ securityGroupIds: groups(6) }, `securityGroupIds: expected at most 5 elements, got ${JSON.stringify(groups(6))}   [cluster-security-groups]`],
  [{ securityGroupIds: ["sg-1", "sg-1"] }, `securityGroupIds: expected a list without repeated elements, got ["sg-1","sg-1"]; try ["sg-1"]   [cluster-distinct-security-groups]`],
  [{ remoteNetworks: { nodeCidrs: [] } }, `remoteNetworks.nodeCidrs: expected 1 to 15 elements, got []   [remote-node-cidrs]`],
  ...(["node", "pod"] as const).flatMap((kind) => {
    const at = `remoteNetworks.${kind}Cidrs`;
    const given = (cidrs: readonly string[]) => ({ remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], [`${kind}Cidrs`]: cidrs } });
    return [
      [given(["10.0.0.1/16"]), `${at}: expected a list in which each element is an IPv4 CIDR block with a prefix from /8 to /32, got ["10.0.0.1/16"]   [remote-${kind}-cidr]`],
      [given(["203.0.113.0/24"]), `${at}: expected a list in which each element is a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got ["203.0.113.0/24"]   [remote-${kind}-range]`],
      [given(["10.0.0.0/16", "10.0.0.0/16"]), `${at}: expected a list without repeated elements, got ["10.0.0.0/16","10.0.0.0/16"]; try ["10.0.0.0/16"]   [remote-${kind}-distinct]`],
    ] as const;
  }),
  [
    { remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], podCidrs: blocks(16) } },
    `remoteNetworks.podCidrs: expected at most 15 elements, got ${JSON.stringify(blocks(16)).slice(0, 120)}…   [remote-pod-cidrs]`,
  ],
  [{ autoMode: { nodePools: ["system", "system"] } }, `autoMode.nodePools: expected a list without repeated elements, got ["system","system"]; try ["system"]   [auto-mode-node-pools]`],
  [{ autoMode: { nodeRole: {} } }, `autoMode.nodeRole: expected exactly one of create, arn, got {}   [auto-mode-node-role]`],
  [{ autoMode: { nodeRole: { arn: "nodes" } } }, `autoMode.nodeRole.arn: expected the ARN of an IAM role, got "nodes"   [auto-mode-node-role-arn]`],
  [{ autoMode: { nodeRole: { create: { name: "a".repeat(65) } } } }, `autoMode.nodeRole.create.name: expected text of 1 to 64 characters, got "${"a".repeat(65)}"   [auto-mode-node-role-name-length]`],
  [{ role: { create: { name: "a".repeat(65) } } }, `role.create.name: expected text of 1 to 64 characters, got "${"a".repeat(65)}"   [cluster-role-name-length]`],
  [{ securityGroup: { vpcId: "vpc-0a", name: "a".repeat(256) } }, `securityGroup.name: expected text of 1 to 255 characters, got "${"a".repeat(119)}…   [control-plane-group-name-length]`],
  [{ securityGroup: { vpcId: "vpc-0a", description: "a".repeat(256) } }, `securityGroup.description: expected text of 1 to 255 characters, got "${"a".repeat(119)}…   [control-plane-group-description-length]`],
  [{ autoMode: { nodeRole: { create: { name: "a/b" } } } }, `autoMode.nodeRole.create.name: expected a name that AWS takes for a role, got "a/b"   [auto-mode-node-role-name]`],
  [{ role: { create: { name: "a/b" } } }, `role.create.name: expected a name that AWS takes for a role, got "a/b"   [cluster-role-name]`],
  [{ securityGroup: { vpcId: "vpc-0a", name: "a%b" } }, `securityGroup.name: expected a name that AWS takes for a security group, got "a%b"   [control-plane-group-name]`],
  [{ securityGroup: { vpcId: "vpc-0a", description: "a%b" } }, `securityGroup.description: expected ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-, got "a%b"   [control-plane-group-description]`],
  [{ role: {} }, `role: expected exactly one of create, arn, got {}   [cluster-role]`],
  [{ role: { arn: "eks" } }, `role.arn: expected the ARN of an IAM role, got "eks"   [cluster-role-arn]`],
  [issuer({ name: "-" }), `identityProvider.name: expected 1 to 100 letters, digits, hyphens and underscores, the first a letter or digit, got "-"   [identity-provider-name]`],
  [issuer({ issuerUrl: "http://a.example.com" }), `identityProvider.issuerUrl: expected a URL that begins with https:// and has no query, got "http://a.example.com"   [identity-provider-issuer]`],
  [issuer({ clientId: "" }), `identityProvider.clientId: expected text of 1 to 253 characters, got ""   [identity-provider-client]`],
  ...(["username-claim", "username-prefix", "groups-claim", "groups-prefix"] as const).map((id) => {
    const field = id.replace(/-./, (dash) => dash[1]!.toUpperCase());
    return [issuer({ [field]: "" }), `identityProvider.${field}: expected text of 1 to 253 characters, got ""   [identity-provider-${id}]`] as const;
  }),
  [issuer({ requiredClaims: { tenant: "" } }), `identityProvider.requiredClaims.tenant: expected text of 1 to 253 characters, got ""   [identity-provider-claim-value]`],
  [issuer({ requiredClaims: { "": "a" } }), `identityProvider.requiredClaims: expected a map in which each key is text of 1 to 63 characters, got {"":"a"}   [identity-provider-claim]`],
  [{ serviceCidr: "10.0.0.0/8" }, `serviceCidr: expected an IPv4 CIDR block with a prefix from /12 to /24, got "10.0.0.0/8"; try "10.0.0.0/12"   [service-cidr-prefix]`],
  [{ serviceCidr: "172.20.0.1/16" }, `serviceCidr: expected an IPv4 CIDR block with a prefix from /12 to /24, got "172.20.0.1/16"; try "172.20.0.0/16"   [service-cidr-prefix]`],
  [{ serviceCidr: "172.32.0.0/16" }, `serviceCidr: expected a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got "172.32.0.0/16"   [service-cidr-range]`],
  ...roleRefusals,
  ...tagRefusals,
];

const choices: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ partition: "aws-china" }, `partition: expected one of aws, aws-cn, aws-us-gov, aws-eusc, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, got "aws-china"; try "aws-cn"   [choice]`],
  [{ logTypes: ["audits"] }, `logTypes[0]: expected one of api, audit, authenticator, controllerManager, scheduler, got "audits"; try "audit"   [choice]`],
  [{ authenticationMode: "IAM" }, `authenticationMode: expected one of API, API_AND_CONFIG_MAP, CONFIG_MAP, got "IAM"   [choice]`],
  [entry({ type: "HYPERPOD_LINUX" }), `accessEntries.a.type: expected nothing here for aws provider 5.100.0, got "HYPERPOD_LINUX"; it needs aws provider 6.25 or newer   [provider-version]`],
  [{ capabilities: { ack: {} } }, `capabilities: expected nothing here for aws provider 5.100.0, got {"ack":{}}; it needs aws provider 6.25 or newer   [provider-version]`],
  [{ autoMode: { enabled: false } }, `autoMode.enabled: expected nothing here for aws provider 5.100.0, got false; it needs aws provider 6.25 or newer   [provider-version]`],
  [{ controlPlaneTier: "tier-xl" }, `controlPlaneTier: expected nothing here for aws provider 5.100.0, got "tier-xl"; it needs aws provider 6.23 or newer   [provider-version]`],
  [{ upgradePolicy: "NONE" }, `upgradePolicy: expected one of STANDARD, EXTENDED, got "NONE"   [choice]`],
  [{ deletionProtection: true }, `deletionProtection: expected nothing here for aws provider 5.100.0, got true; it needs aws provider 6.9 or newer   [provider-version]`],
  [{ endpoints: {} }, `endpoints: expected one of the keys ${Object.keys(clusterInputs).join(", ")}, got "endpoints"; try "endpoint"   [unknown-key]`],
];

/** Between inputs: what is judged of the whole by TypeScript in environments, and by Terraform everywhere. */
const between: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ accessEntries: {} }, `accessEntries: expected an entry with AmazonEKSClusterAdminPolicy in the whole cluster, got []; with the mode API nobody else could administer it, unless whoever creates it does   [cluster-administrator]`],
  [
    { accessEntries: { a: { principalArn: role("a"), policies: { AmazonEKSClusterAdminPolicy: { namespaces: ["apps"] } } } } },
    `accessEntries: expected an entry with AmazonEKSClusterAdminPolicy in the whole cluster, got ["a"]; with the mode API nobody else could administer it, unless whoever creates it does   [cluster-administrator]`,
  ],
  [{ authenticationMode: "CONFIG_MAP", creatorAdmin: true }, `accessEntries: expected no entry with the mode CONFIG_MAP, got ["platform"]; EKS keeps access entries in the other modes only   [access-entries-mode]`],
  [{ awsAuth: {} }, `awsAuth: expected nothing with the mode API, got "API"; EKS reads the ConfigMap in the other modes only   [aws-auth-mode]`],
  [{ authenticationMode: "CONFIG_MAP", accessEntries: {} }, `creatorAdmin: expected true with the mode CONFIG_MAP, got false; EKS lets in the creator of such a cluster in any case   [creator-admin-mode]`],
  [{ ...byConfigMap, autoMode: {} }, `autoMode: expected nothing with the mode CONFIG_MAP, got "CONFIG_MAP"; nodes of Auto Mode join by access entries   [auto-mode-access]`],
  ...[byConfigMap, { ipFamily: "ipv6" }].map(
    (change) =>
      [
        { ...change, remoteNetworks: { nodeCidrs: ["10.80.0.0/16"] } },
        `remoteNetworks: expected nothing with the mode CONFIG_MAP or with ipv6, got ${"ipFamily" in change ? '["API","ipv6"]' : '["CONFIG_MAP","ipv4"]'}; hybrid nodes join by access entries and have IPv4 addresses   [remote-networks-mode]`,
      ] as const,
  ),
  [{ ipFamily: "ipv6", serviceCidr: "172.20.0.0/16" }, `serviceCidr: expected nothing with ipv6, got "172.20.0.0/16"; EKS takes a block of its own for services   [service-cidr-family]`],
  [{ securityGroup: { vpcId: "vpc-0a" }, securityGroupIds: groups(5) }, `securityGroupIds: expected at most 4 beside a group that is made here, got 5; EKS takes 5   [cluster-security-group-count]`],
];

/** What comes close to them. */
const allowed: readonly Record<string, unknown>[] = [
  { accessEntries: {}, creatorAdmin: true },
  { authenticationMode: "API_AND_CONFIG_MAP", accessEntries: {}, awsAuth: {} },
  byConfigMap,
  { ipFamily: "ipv6" },
  { securityGroup: { vpcId: "vpc-0a" }, securityGroupIds: groups(4) },
];

const argocd = (change: object) => ({ capabilities: { argocd: { identityCenterArn: "arn:aws:sso:::instance/ssoins-0a", ...change } } });

/** What the newest provider has alone. */
const newer: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  ...(["ack", "kro", "argocd"] as const).flatMap((type) => {
    const given = (own: object) => (type === "argocd" ? argocd({ role: own }) : { capabilities: { [type]: { role: own } } });
    return [
      [given({}), `capabilities.${type}.role: expected exactly one of create, arn, got {}   [${type}-capability-role]`],
      [given({ arn: type }), `capabilities.${type}.role.arn: expected the ARN of an IAM role, got "${type}"   [${type}-capability-role-arn]`],
    ] as const;
  }),
  [argocd({ namespace: "Argo" }), `capabilities.argocd.namespace: expected the name of a namespace, got "Argo"   [argocd-namespace]`],
  [argocd({ identityCenterArn: "ssoins-0a" }), `capabilities.argocd.identityCenterArn: expected the ARN of an IAM Identity Center instance, got "ssoins-0a"   [argocd-identity-center]`],
  [argocd({ access: { OWNER: {} } }), `capabilities.argocd.access: expected a map in which each key is one of ADMIN, EDITOR, VIEWER, got {"OWNER":{}}   [argocd-roles]`],
  [argocd({ vpcEndpointIds: ["s3"] }), `capabilities.argocd.vpcEndpointIds[0]: expected the id of a VPC endpoint, got "s3"   [argocd-vpc-endpoint]`],
  [
    argocd({ vpcEndpointIds: ["vpce-0a", "vpce-0a"] }),
    `capabilities.argocd.vpcEndpointIds: expected a list without repeated elements, got ["vpce-0a","vpce-0a"]; try ["vpce-0a"]   [argocd-distinct-vpc-endpoints]`,
  ],
];

const problems = (change: Record<string, unknown>, target = floor) =>
  problemsOf(() => synthStack((stack) => new Cluster(stack, "cluster", { ...minimal, ...change } as Given), target));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each([...refused, ...choices])("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test cluster.${sentence}`]);
});

it.each(newer)("%j is refused with one sentence, where the provider knows it", (change, sentence) => {
  expect(problems(change, newest)).toEqual([`test cluster.${sentence}`]);
});

it("every problem is told at once", () => {
  expect(problems({ name: "-", account: "1", logRetentionDays: 2 })).toHaveLength(3);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set([...refused, ...newer].map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(clusterInputs).sort());
});

const complete = (change: Record<string, unknown>) => inputsWithDefaults(clusterInputs, { ...minimal, ...change }) as never;

it.each(between)("%j is refused with one sentence, though each input is right", (change, sentence) => {
  expect(clusterProblems("cluster", complete(change)).map(sentenceOf)).toEqual([`cluster.${sentence}`]);
});

it("what comes close to it is allowed", () => {
  expect(allowed.flatMap((change) => clusterProblems("cluster", complete(change)))).toEqual([]);
});

it("every rule between inputs stands in this table", () => {
  expect([...new Set(between.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(Object.values(crossRules).map(({ id }) => id).sort());
});

it("Terraform refuses the same between inputs, in the same words", async () => {
  const cases = Object.fromEntries([...between.map(([change]) => change), ...allowed].map((change, index) => [`case_${index}`, { ...minimal, ...change } as never]));
  const sentences = await terraformRefusals({ definition: clusterModule, inputs: clusterInputs, construct: Cluster }, cases);
  const expected = between.map(([, sentence]) => sentence.replace(/^\w+/, snakeCase).replace(/   \[/, " ["));
  expect(sentences.sort()).toEqual(expected.sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: clusterModule, inputs: clusterInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
