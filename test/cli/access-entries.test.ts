import { execa } from "execa";
import { asHcl, asTypeScript } from "../../cli/cluster/access-entries";
import { translateAwsAuth } from "../../cli/cluster/aws-auth";
import { projectRoot } from "../../cli/root";
import { checkInputs } from "../../kernel/check";
import { describe as sentenceOf } from "../../kernel/problem";
import { clusterInputs } from "../../modules/cluster/inputs";
import { floor } from "../synth";

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`;

const old = `apiVersion: v1
data:
  mapAccounts: |
    - "444455556666"
  mapRoles: |
    - rolearn: ${role("nodes")}
      username: system:node:{{EC2PrivateDNSName}}
      groups: [system:bootstrappers, system:nodes]
    - rolearn: ${role("windows")}
      username: system:node:{{EC2PrivateDNSName}}
      groups: [system:bootstrappers, system:nodes, eks:kube-proxy-windows]
    - rolearn: ${role("fargate")}
      username: system:node:{{SessionName}}
      groups: [system:bootstrappers, system:nodes, system:node-proxier]
    - rolearn: ${role("admins")}
      username: admin
      groups: [system:masters]
    - rolearn: ${role("developers")}
      username: dev:{{SessionName}}
      groups: [developers, system:authenticated]
    - rolearn: ${role("AWSReservedSSO_Ops_0123")}
      username: ops
      groups: [ops]
    - rolearn: arn:aws:sts::111122223333:assumed-role/a/b
  mapUsers: |
    - userarn: ${user("anna")}
      username: anna
      groups: [developers]
    - userarn: ${user("anna")}
      username: system:anna
    - userarn: ${user("team/admins")}
      username: ${user("team/admins")}
      groups: [system:masters, auditors]
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
`;
const translated = translateAwsAuth(old);

it("administrators, developers and nodes become access entries that the cluster takes", () => {
  expect(translated.entries).toEqual({
    nodes: { principalArn: role("nodes"), type: "EC2_LINUX" },
    windows: { principalArn: role("windows"), type: "EC2_WINDOWS" },
    admins: { principalArn: role("admins"), username: "admin", policies: { AmazonEKSClusterAdminPolicy: {} } },
    developers: { principalArn: role("developers"), kubernetesGroups: ["developers"] },
    AWSReservedSSO_Ops_0123: { principalArn: role("AWSReservedSSO_Ops_0123"), username: "ops", kubernetesGroups: ["ops"] },
    anna: { principalArn: user("anna") },
    "admins-2": { principalArn: user("team/admins"), kubernetesGroups: ["auditors"], policies: { AmazonEKSClusterAdminPolicy: {} } },
  });
  expect(checkInputs({ accessEntries: clusterInputs.accessEntries }, { accessEntries: translated.entries }, { path: "", target: floor })).toEqual([]);
});

it("what has no place in them is told, each in a sentence", () => {
  expect(translated.problems.map(sentenceOf)).toEqual([
    `mapRoles[4].username: expected a name without a template, got "dev:{{SessionName}}"; the entry gets the name that EKS makes, which holds the session's: role bindings by this name no longer hold   [aws-auth-username]`,
    `mapRoles[4].groups: expected groups of your own and system:masters, got "system:authenticated"; EKS takes no group of Kubernetes' own; an access policy may grant the same   [aws-auth-group]`,
    `mapRoles[5].rolearn: expected the role's ARN with its path, got "${role("AWSReservedSSO_Ops_0123")}"; the entry must name the role as IAM does; try "${role("aws-reserved/sso.amazonaws.com/<region>/AWSReservedSSO_Ops_0123")}"   [aws-auth-role-path]`,
    `mapRoles[6]: expected the ARN of an IAM role or user, got "arn:aws:sts::111122223333:assumed-role/a/b"; nobody else gets an access entry   [aws-auth-principal]`,
    `mapUsers[1].username: expected a name that does not begin with system:, got "system:anna"; the entry gets the name that EKS makes   [aws-auth-username]`,
    `mapUsers[0]: expected each principal once, got "${user("anna")}"; EKS goes by the last of them, and so do these entries   [aws-auth-repeated]`,
    `mapAccounts[0]: expected no account, got "444455556666"; everybody of the account was let in; give those who need it an entry each   [aws-auth-whole-account]`,
  ]);
});

it("what EKS sees to itself is noted", () => {
  expect(translated.notes).toEqual([
    ...["nodes", "windows"].map((name) => `${role(name)} is a role of nodes: take its entry out if a managed node group has it, because EKS makes that one itself`),
    `${role("fargate")} is left out: EKS makes the entries of Fargate profiles itself`,
  ]);
});

it.each([
  ["no YAML", "a: [", /^aws-auth: expected YAML or JSON, got "a: \["; .*\[aws-auth-manifest\]$/],
  ["another manifest", "kind: Pod", /^aws-auth: expected a ConfigMap with data, as kubectl .* prints it, got {"kind":"Pod"} {3}\[aws-auth-manifest\]$/],
  ["a part that is no list", "data: { mapRoles: 'a: b' }", /^mapRoles: expected a list as text, got {"a":"b"} {3}\[aws-auth-manifest\]$/],
])("%s is refused", (_, text, sentence) => {
  const { entries, problems } = translateAwsAuth(text);
  expect(entries).toEqual({});
  expect(problems.map(sentenceOf)).toEqual([expect.stringMatching(sentence)]);
});

it("JSON and an empty ConfigMap are read as well", () => {
  const data = { mapRoles: JSON.stringify([{ rolearn: role("admins"), groups: ["system:masters"] }]), mapUsers: "" };
  expect(translateAwsAuth(JSON.stringify({ kind: "ConfigMap", data })).entries).toEqual({ admins: { principalArn: role("admins"), policies: { AmazonEKSClusterAdminPolicy: {} } } });
  expect(translateAwsAuth("data: {}")).toEqual({ entries: {}, problems: [], notes: [] });
});

it("they are printed as an environment writes them, or as a module call does", () => {
  const { admins, "admins-2": second } = translated.entries as Record<string, never>;
  expect(asTypeScript({ admins: admins!, "admins-2": second! })).toBe(`accessEntries: {
  admins: { principalArn: "${role("admins")}", username: "admin", policies: { AmazonEKSClusterAdminPolicy: {} } },
  "admins-2": { principalArn: "${user("team/admins")}", kubernetesGroups: ["auditors"], policies: { AmazonEKSClusterAdminPolicy: {} } },
},
`);
  expect(asHcl({ admins: admins! })).toBe(`access_entries = {
  admins = { principal_arn = "${role("admins")}", username = "admin", policies = { AmazonEKSClusterAdminPolicy = {} } }
}
`);
});

it("the command prints the entries, then the problems, and fails because of them", async () => {
  const { stdout, stderr, exitCode } = await execa("node", ["cli/start.mjs", "access-entries", "--hcl", "-"], { cwd: projectRoot, input: old, reject: false });
  expect(stdout).toMatch(/^access_entries = \{\n {2}nodes = \{ principal_arn = .*, type = "EC2_LINUX" \}\n/);
  expect(stderr.split("\n").filter((line) => line.startsWith("note: "))).toHaveLength(3);
  expect(stderr).toContain("[aws-auth-whole-account]");
  expect(exitCode).toBe(1);
});
