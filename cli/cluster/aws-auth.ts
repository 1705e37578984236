import { YAMLError, parse } from "yaml";
import { reservedGroupPrefixes, reservedUserNamePrefixes } from "../../aws/access-entry-types";
import { accessPolicies } from "../../aws/access-policies";
import { arnPatterns } from "../../aws/arn-patterns";
import { isRecord } from "../../kernel/check";
import type { Problem } from "../../kernel/problem";

/** An access entry as environments write it. */
export interface AccessEntry {
  readonly principalArn: string;
  readonly type?: "EC2_LINUX" | "EC2_WINDOWS";
  readonly username?: string;
  readonly kubernetesGroups?: readonly string[];
  readonly policies?: Readonly<Record<string, object>>;
}

export interface Translation {
  readonly entries: Readonly<Record<string, AccessEntry>>;
  /** What has no place in an access entry, or not the one that it seems to have. */
  readonly problems: readonly Problem[];
  /** What was left out or taken over because EKS sees to it, a sentence each. */
  readonly notes: readonly string[];
}

interface Mapping {
  readonly path: string;
  readonly arn: unknown;
  readonly username: unknown;
  readonly groups: readonly unknown[];
}

interface Part {
  readonly entry?: AccessEntry;
  readonly problems: readonly Problem[];
  readonly notes?: readonly string[];
}

/** The access entries that let in whom an `aws-auth` ConfigMap lets in. `text` is YAML or JSON as kubectl prints it. */
export function translateAwsAuth(text: string): Translation {
  const manifest = read(text, "aws-auth");
  if ("problem" in manifest) return { entries: {}, problems: [manifest.problem], notes: [] };
  const data = isRecord(manifest.value) ? manifest.value["data"] : undefined;
  if (!isRecord(data)) {
    const problem: Problem = { path: "aws-auth", expected: "a ConfigMap with data, as kubectl get configmap aws-auth -n kube-system -o yaml prints it", got: manifest.value, rule: "aws-auth-manifest" };
    return { entries: {}, problems: [problem], notes: [] };
  }
  const lists = (["mapRoles", "mapUsers", "mapAccounts"] as const).map((name) => listOf(data[name], name));
  const [roles, users, accounts] = lists.map(({ items }) => items) as [unknown[], unknown[], unknown[]];
  const mappings = [...roles.map((item, index) => mapping(item, "rolearn", `mapRoles[${index}]`)), ...users.map((item, index) => mapping(item, "userarn", `mapUsers[${index}]`))];
  const parts = mappings.map(partOf);
  const { entries, problems } = named(mappings, parts);
  return {
    entries,
    problems: [...lists.flatMap((list) => list.problems), ...parts.flatMap((part) => part.problems), ...problems, ...accounts.map(accountProblem)],
    notes: parts.flatMap((part) => part.notes ?? []),
  };
}

function read(text: string, path: string): { readonly value: unknown } | { readonly problem: Problem } {
  try {
    return { value: parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof YAMLError)) throw error;
    return { problem: { path, expected: "YAML or JSON", got: text, why: error.message.split("\n")[0]!.replace(/:$/, ""), rule: "aws-auth-manifest" } };
  }
}

/** Each part of the ConfigMap is a list that is written as text. */
function listOf(text: unknown, name: string): { readonly items: readonly unknown[]; readonly problems: readonly Problem[] } {
  if (text === undefined || text === null) return { items: [], problems: [] };
  const found = read(String(text), name);
  if ("problem" in found) return { items: [], problems: [found.problem] };
  if (found.value === null) return { items: [], problems: [] };
  if (Array.isArray(found.value)) return { items: found.value, problems: [] };
  return { items: [], problems: [{ path: name, expected: "a list as text", got: found.value, rule: "aws-auth-manifest" }] };
}

function mapping(item: unknown, arn: "rolearn" | "userarn", path: string): Mapping {
  const { username, groups, [arn]: principal } = isRecord(item) ? item : ({} as Readonly<Record<string, unknown>>);
  return { path, arn: principal, username, groups: Array.isArray(groups) ? groups : [] };
}

function partOf(item: Mapping): Part {
  const { path, arn, groups, username } = item;
  if (typeof arn !== "string" || !arnPatterns.iamRoleOrUser.test(arn)) {
    return { problems: [{ path, expected: "the ARN of an IAM role or user", got: arn, why: "nobody else gets an access entry", rule: "aws-auth-principal" }] };
  }
  if (groups.includes("system:nodes")) return nodePart(arn, item);
  const name = usernameOf(path, username, arn);
  const kept = groups.filter((group): group is string => typeof group === "string" && !reservedGroupPrefixes.some((prefix) => group.startsWith(prefix)));
  const lost = groups.filter((group) => group !== "system:masters" && !kept.includes(group as string));
  const lostProblems = lost.map((group) => ({ path: `${path}.groups`, expected: "groups of your own and system:masters", got: group, why: "EKS takes no group of Kubernetes' own; an access policy may grant the same", rule: "aws-auth-group" }));
  const entry: AccessEntry = {
    principalArn: arn,
    ...(name.username !== undefined && { username: name.username }),
    ...(kept.length > 0 && { kubernetesGroups: [...new Set(kept)] }),
    ...(groups.includes("system:masters") && { policies: { [accessPolicies.clusterAdmin.name]: {} } }),
  };
  return { entry, problems: [...name.problems, ...lostProblems, ...pathProblems(path, arn)] };
}

/** Nodes. Which of them EKS manages, the ConfigMap does not say. */
function nodePart(arn: string, { username, groups }: Mapping): Part {
  if (username === "system:node:{{SessionName}}") {
    return { problems: [], notes: [`${arn} is left out: EKS makes the entries of Fargate profiles itself`] };
  }
  const type = groups.includes("eks:kube-proxy-windows") ? "EC2_WINDOWS" : "EC2_LINUX";
  return { entry: { principalArn: arn, type }, problems: [], notes: [`${arn} is a role of nodes: take its entry out if a managed node group has it, because EKS makes that one itself`] };
}

function usernameOf(path: string, username: unknown, arn: string): { readonly username?: string; readonly problems: readonly Problem[] } {
  if (username === undefined || username === null || username === arn) return { problems: [] };
  const problem = (expected: string, why: string): Problem => ({ path: `${path}.username`, expected, got: username, why, rule: "aws-auth-username" });
  if (typeof username !== "string") return { problems: [problem("text", "the entry gets the name that EKS makes")] };
  if (username.includes("{{")) return { problems: [problem("a name without a template", "the entry gets the name that EKS makes, which holds the session's: role bindings by this name no longer hold")] };
  const reserved = reservedUserNamePrefixes.find((prefix) => username.startsWith(prefix));
  if (reserved !== undefined) return { problems: [problem(`a name that does not begin with ${reserved}`, "the entry gets the name that EKS makes")] };
  return { username, problems: [] };
}

/** aws-auth wants roles without their path, access entries with it. Of these the path is known to be there. */
function pathProblems(path: string, arn: string): Problem[] {
  if (!/:role\/AWSReservedSSO_/.test(arn)) return [];
  return [{ path: `${path}.rolearn`, expected: "the role's ARN with its path", got: arn, why: "the entry must name the role as IAM does", suggestion: arn.replace(":role/", ":role/aws-reserved/sso.amazonaws.com/<region>/"), rule: "aws-auth-role-path" }];
}

/** Entries by the principal's name. Of two for one principal EKS goes by the last. */
function named(mappings: readonly Mapping[], parts: readonly Part[]): { readonly entries: Record<string, AccessEntry>; readonly problems: readonly Problem[] } {
  const last = new Map(parts.map(({ entry }) => [entry?.principalArn, entry]));
  const problems = parts.flatMap(({ entry }, index): Problem[] => {
    if (entry === undefined || last.get(entry.principalArn) === entry) return [];
    return [{ path: mappings[index]!.path, expected: "each principal once", got: entry.principalArn, why: "EKS goes by the last of them, and so do these entries", rule: "aws-auth-repeated" }];
  });
  const entries: Record<string, AccessEntry> = {};
  for (const entry of last.values()) if (entry !== undefined) entries[freeName(entries, entry.principalArn.split("/").at(-1)!)] = entry;
  return { entries, problems };
}

function freeName(taken: object, name: string, count = 1): string {
  const wanted = count === 1 ? name : `${name}-${count}`;
  return Object.hasOwn(taken, wanted) ? freeName(taken, name, count + 1) : wanted;
}

function accountProblem(account: unknown, index: number): Problem {
  const why = "everybody of the account was let in; give those who need it an entry each";
  return { path: `mapAccounts[${index}]`, expected: "no account", got: String(account), why, rule: "aws-auth-whole-account" };
}
