import type { Environment } from "../../../envs/environment";
import { qa, qaWith, refusals, warnings } from "../example";
import { stackOf } from "../stack";

const entries = { ...qa.cluster.accessEntries, team: { principalArn: "arn:aws:iam::444444444444:role/team", kubernetesGroups: ["readers"] } };
const withRbac = (rbac: object, others: object = {}): Environment => qaWith({ cluster: { ...qa.cluster, accessEntries: entries }, platform: { namespaces: { shop: {} }, rbac }, ...others });
const bound = (change: object) => ({ bindings: { a: { clusterRole: "view", to: [{ group: "readers" }], namespaces: ["shop"], ...change } } });
const at = "envs/qa/environment.ts platform.rbac.bindings.a";

it("a binding in a namespace that is not declared is refused", () => {
  expect(refusals(withRbac(bound({ namespaces: ["shop", "shops", "kube-system"] })))).toEqual([
    `${at}.namespaces: expected namespaces of platform.namespaces or of Kubernetes, got "shops"; one that others make is declared with the origin existing; try "shop"   [rbac-unknown-namespace]`,
  ]);
});

it.each<readonly [string, Environment, readonly string[]]>([
  ["a group that nobody is in", withRbac(bound({ to: [{ group: "reader" }] })), [`${at}.to: expected groups of access entries, got "reader"; nobody is in this one; try "readers"   [rbac-group-unknown]`]],
  ["a role that is neither declared nor Kubernetes's", withRbac(bound({ clusterRole: "veiw" })), [`${at}.clusterRole: expected a role that is known (view, edit, admin), got "veiw"; unless a chart makes it, nobody gets anything; try "view"   [rbac-role-unknown]`]],
  ["groups of an identity provider may be any", withRbac(bound({ to: [{ group: "oidc:readers" }] }), { cluster: { ...qa.cluster, identityProvider: { name: "people", issuerUrl: "https://issuer.example.com", clientId: "kubernetes", groupsClaim: "groups", groupsPrefix: "oidc:" } } }), []],
  ["groups of access entries, users and service accounts", withRbac({ clusterRoles: { own: { rules: [{ resources: ["pods"], verbs: ["get"] }] } }, ...bound({ clusterRole: "own", to: [{ group: "readers" }, { user: "me" }, { serviceAccountsOf: "ci" }] }) }), []],
])("warnings: %s", (_, environment, sentences) => {
  expect(refusals(environment)).toEqual([]);
  expect(warnings(environment)).toEqual(sentences);
});

it("bindings come after their namespaces, and nothing is made where nothing is said", () => {
  expect(stackOf(withRbac(bound({})))["resource"].kubernetes_role_binding_v1.rbac_this.depends_on).toContain("kubernetes_namespace_v1.namespaces_this");
  expect(stackOf(withRbac({}))["resource"]).not.toHaveProperty("kubernetes_role_binding_v1");
});
