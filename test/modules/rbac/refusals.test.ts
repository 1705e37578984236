import type { GivenInputs } from "../../../kernel";
import { rbacInputs } from "../../../modules/rbac/inputs";
import { rbacModule } from "../../../modules/rbac/module";
import { Rbac } from "../../../modules/rbac/rbac";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";

type Given = GivenInputs<typeof rbacInputs>;
const pods = { resources: ["pods"], verbs: ["get"] };
const role = (change: object) => ({ clusterRoles: { a: { rules: [pods], ...change } } });
const rule = (change: object) => role({ rules: [{ ...pods, ...change }] });
const namedRole = (name: string) => ({ clusterRoles: { [name]: { rules: [pods] } } });
const to = [{ group: "readers" }];
const bound = (change: object) => ({ bindings: { a: { clusterRole: "view", to, clusterWide: {}, ...change } } });
const subject = (change: object) => bound({ to: [change] });
const inNamespaces = (namespaces: readonly string[]) => ({ bindings: { a: { clusterRole: "view", to, namespaces } } });
const account = (change: object) => subject({ serviceAccount: { namespace: "n", name: "a", ...change } });
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));
const own = "everything is said by a word of its own, with the reason";
const of = "clusterRoles.a.rules[0]";
const distinct = (field: string, value: string) => `${of}.${field}: expected a list without repeated elements, got ["${value}","${value}"]; try ["${value}"]`;

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [namedRole("On Call"), `clusterRoles: expected a map in which each key is lower-case letters, digits, hyphens, dots and colons, got ${shown(namedRole("On Call").clusterRoles)}   [rbac-own-role-name]`],
  [namedRole("view"), `clusterRoles: expected a map in which each key is anything but cluster-admin, admin, edit, view, got ${shown(namedRole("view").clusterRoles)}; Kubernetes has those itself   [rbac-own-role-reserved]`],
  [namedRole("system:a"), `clusterRoles: expected a map in which each key is text that does not begin with system:, got ${shown(namedRole("system:a").clusterRoles)}; those are Kubernetes's   [rbac-own-role-system]`],
  [role({ rules: [] }), `clusterRoles.a.rules: expected at least one rule, got []   [rbac-rules]`],
  [role({ aggregatedTo: ["view", "view"] }), `clusterRoles.a.aggregatedTo: expected a list without repeated elements, got ["view","view"]; try ["view"]   [rbac-aggregated-distinct]`],
  [role({ rules: [{ verbs: ["get"] }] }), `${of}: expected exactly one of resources, anyResource, urls, got {"verbs":["get"]}   [rbac-rule-object]`],
  [role({ rules: [{ resources: ["pods"] }] }), `${of}: expected either verbs or anyVerb, got {"resources":["pods"]}   [rbac-rule-verb]`],
  [rule({ apiGroups: ["apps"], anyApiGroup: { because: "all" } }), `${of}: expected at most one of apiGroups, anyApiGroup, got ${shown({ ...pods, apiGroups: ["apps"], anyApiGroup: { because: "all" } })}   [rbac-rule-group]`],
  [role({ rules: [{ urls: ["/healthz"], resourceNames: ["a"], verbs: ["get"] }] }), `${of}: expected at most one of resourceNames, urls, got {"urls":["/healthz"],"resourceNames":["a"],"verbs":["get"]}   [rbac-rule-name]`],
  [rule({ apiGroups: ["*"] }), `${of}.apiGroups[0]: expected an API group such as apps, or nothing for the core group, got "*"; ${own}   [rbac-api-group]`],
  [rule({ resources: ["*"] }), `${of}.resources[0]: expected a resource such as pods or pods/log, got "*"; ${own}   [rbac-resource]`],
  [rule({ resourceNames: ["*"] }), `${of}.resourceNames[0]: expected the name of an object, got "*"; ${own}   [rbac-resource-name]`],
  [role({ rules: [{ urls: ["*"], verbs: ["get"] }] }), `${of}.urls[0]: expected a path such as /metrics, got "*"; ${own}   [rbac-url]`],
  [rule({ verbs: ["*"] }), `${of}.verbs[0]: expected a verb such as get, got "*"; ${own}   [rbac-verb]`],
  ...([["apiGroups", "rbac-api-group"], ["resources", "rbac-resource"], ["resourceNames", "rbac-resource-name"], ["verbs", "rbac-verb"]] as const).map(([field, id]) => [rule({ [field]: [] }), `${of}.${field}: expected at least one, got []   [${id}s]`] as const),
  [role({ rules: [{ urls: [], verbs: ["get"] }] }), `${of}.urls: expected at least one, got []   [rbac-urls]`],
  ...([["apiGroups", "apps", "rbac-api-group"], ["resources", "pods", "rbac-resource"], ["resourceNames", "a", "rbac-resource-name"], ["verbs", "get", "rbac-verb"]] as const).map(([field, value, id]) => [rule({ [field]: [value, value] }), `${distinct(field, value)}   [${id}s-distinct]`] as const),
  [role({ rules: [{ urls: ["/a", "/a"], verbs: ["get"] }] }), `${distinct("urls", "/a")}   [rbac-urls-distinct]`],
  [rule({ anyApiGroup: { because: " " } }), `${of}.anyApiGroup.because: expected a reason, got " "   [rbac-any-api-group]`],
  [role({ rules: [{ anyResource: { because: "" }, verbs: ["get"] }] }), `${of}.anyResource.because: expected a reason, got ""   [rbac-any-resource]`],
  [role({ rules: [{ resources: ["pods"], anyVerb: { because: "" } }] }), `${of}.anyVerb.because: expected a reason, got ""   [rbac-any-verb]`],
  [{ bindings: { "a.b": { clusterRole: "view", to, clusterWide: {} } } }, `bindings: expected a map in which each key is lower-case letters, digits and hyphens, at most 63, got ${shown({ "a.b": { clusterRole: "view", to, clusterWide: {} } })}   [rbac-binding-name]`],
  [bound({ clusterRole: "View" }), `bindings.a.clusterRole: expected the name of a cluster role, got "View"   [rbac-role-name]`],
  [bound({ clusterRole: "cluster-admin" }), `bindings.a.clusterRole: expected anything but cluster-admin, got "cluster-admin"; an access entry with AmazonEKSClusterAdminPolicy grants it where everybody looks   [rbac-cluster-admin]`],
  [bound({ to: [] }), `bindings.a.to: expected at least one subject, got []   [rbac-subjects]`],
  [bound({ namespaces: ["a"] }), `bindings.a: expected either namespaces or clusterWide, got ${shown({ clusterRole: "view", to, clusterWide: {}, namespaces: ["a"] })}   [rbac-scope]`],
  [inNamespaces([]), `bindings.a.namespaces: expected at least one namespace, got []   [rbac-namespaces]`],
  [inNamespaces(["*"]), `bindings.a.namespaces[0]: expected the name of a namespace, got "*"   [rbac-namespace]`],
  [inNamespaces(["a", "a"]), `bindings.a.namespaces: expected a list without repeated elements, got ["a","a"]; try ["a"]   [rbac-namespaces-distinct]`],
  [subject({}), `bindings.a.to[0]: expected exactly one of group, user, serviceAccount, serviceAccountsOf, got {}   [rbac-subject]`],
  [subject({ group: "" }), `bindings.a.to[0].group: expected text of 1 to 256 characters, got ""   [rbac-group-length]`],
  [subject({ group: "system:masters" }), `bindings.a.to[0].group: expected text that does not begin with system: or eks:, got "system:masters"; no access entry can be in such a group   [rbac-group-reserved]`],
  [subject({ user: "u".repeat(257) }), `bindings.a.to[0].user: expected text of 1 to 256 characters, got ${shown("u".repeat(257))}   [rbac-user-length]`],
  [
    subject({ user: "system:kube-proxy" }),
    `bindings.a.to[0].user: expected text that does not begin with system: or eks: or aws: or amazon: or iam:, got "system:kube-proxy"; service accounts have a word of their own, and the others are Kubernetes's   [rbac-user-reserved]`,
  ],
  [account({ namespace: "N" }), `bindings.a.to[0].serviceAccount.namespace: expected the name of a namespace, got "N"   [rbac-account-namespace]`],
  [account({ name: "a*" }), `bindings.a.to[0].serviceAccount.name: expected the name of a service account, got "a*"   [rbac-account]`],
  [account({ name: "default" }), `bindings.a.to[0].serviceAccount.name: expected anything but default, got "default"; every pod of the namespace that names no other would have the role   [rbac-default-account]`],
  [subject({ serviceAccountsOf: "*" }), `bindings.a.to[0].serviceAccountsOf: expected the name of a namespace, got "*"   [rbac-accounts-of]`],
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new Rbac(stack, "it", change as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each([
  {},
  namedRole("team:on-call.eu"),
  rule({ apiGroups: ["", "apps", "rbac.authorization.k8s.io"], resources: ["pods/log"], resourceNames: ["a.b:c"] }),
  role({ rules: [{ urls: ["/healthz/*"], verbs: ["get"] }] }),
  role({ rules: [{ anyApiGroup: { because: "all" }, anyResource: { because: "all" }, anyVerb: { because: "all" } }], aggregatedTo: ["view", "edit", "admin"] }),
  subject({ group: "g".repeat(256) }),
  subject({ user: "systems" }),
  subject({ serviceAccountsOf: "ci" }),
  inNamespaces(["kube-system", "a"]),
])("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(rbacInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: rbacModule, inputs: rbacInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
