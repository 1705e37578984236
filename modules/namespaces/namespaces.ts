import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { DefaultServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/default-service-account-v1";
import { bind, call, Construct, crossCondition, type Expr, type GivenInputs, type Handle, type Handles, is, local, outputs, present, project, resource, section, tf, where } from "../../kernel";
import { crossRules } from "./cross-rules";
import { loopNames, namespacesInputs } from "./inputs";
import { networkPolicies } from "./network-policies";
import { ruledPolicies } from "./ruled-policies";
import { limitRanges, quotas } from "./restraints";
import type { NamespacesRef } from "./refs";

type Inputs = Handles<typeof namespacesInputs>;

/** Namespaces, and what holds for everything in them. */
export class Namespaces extends Construct implements NamespacesRef {
  readonly names: Expr<Readonly<Record<string, string>>>;
  readonly ready: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof namespacesInputs>) {
    super(scope, id);
    const inputs = bind(this, namespacesInputs, given);
    const declared = local(this, "new", where(inputs.namespaces, (_, { origin }) => is(origin, "new"), loopNames));
    const made = newNamespaces(this, declared, inputs.ready);
    const accounts = defaultAccounts(this, declared, made);
    const networks = local(this, "networks", where(inputs.namespaces, (_, { network }) => present(network), loopNames));
    const policies = [
      ...section(this, "network-policies", () => networkPolicies(this, inputs, networks, made)),
      ...section(this, "custom-network-policies", () => ruledPolicies(this, inputs, networks, made)),
    ];
    const others = [accounts, quotas(this, inputs, made), limitRanges(this, inputs, made), ...policies];
    const enforced = autoModePolicies(this, inputs);

    const existing = where(inputs.namespaces, (_, { origin }) => is(origin, "existing"), loopNames);
    this.names = call("merge", project(existing, (name) => name, loopNames), project(made, (_, namespace) => tf<string>`${namespace}.metadata[0].name`, loopNames));
    this.ready = tf`concat(flatten([for made in ${[made, ...others]} : values(made)[*].id]), ${enforced}[*].id)`;
    outputs(this, {
      namespaceNames: { value: this.names, doc: "Names of the namespaces, by name: to read one is to wait for it." },
      ready: { value: this.ready, doc: "Ids that are known when the namespaces are there, with policies, quotas and limits: what pods wait for." },
    });
  }
}

/** Terraform waits until a namespace is gone, and what is in it. */
function newNamespaces(scope: Construct, declared: Inputs["namespaces"], ready: Expr<unknown>) {
  const { key, value: namespace } = declared.each;
  return resource(NamespaceV1, scope, "this", {
    forEach: declared,
    metadata: {
      name: key,
      labels: call<Readonly<Record<string, string>>>("merge", namespace.labels, securityLabels(scope, declared).at(key), tf`${namespace.readinessGated} ? { "elbv2.k8s.aws/pod-readiness-gate-inject" = "enabled" } : {}`),
      annotations: namespace.annotations,
    },
    timeouts: { delete: "15m" },
    dependsOn: [ready],
    lifecycle: { preconditions: [crossCondition(crossRules.reservedName, tf`${key} != "default" && !startswith(${key}, "kube-")`, key)] },
  });
}

const levels = ["enforce", "audit", "warn"] as const;
const restricted = { enforce: "restricted", audit: "restricted", warn: "restricted", version: "latest" };

/** Labels that tell the API server which pods to refuse, by namespace. */
function securityLabels(scope: Construct, declared: Inputs["namespaces"]) {
  const security = local(scope, "pod_security", project(declared, (_, { podSecurity }) => tf<typeof restricted>`${podSecurity} == null ? ${restricted} : ${podSecurity}`, loopNames));
  const labels = (of: Handle<typeof restricted>) => Object.fromEntries(levels.flatMap((level) => [[`pod-security.kubernetes.io/${level}`, of[level]], [`pod-security.kubernetes.io/${level}-version`, of.version]]));
  return local(scope, "security_labels", project(security, (_, of) => tf<Readonly<Record<string, string>>>`${labels(of)}`, ["name", "security"]));
}

/** Without a token, a pod that names no service account cannot talk to the API. */
function defaultAccounts(scope: Construct, declared: Inputs["namespaces"], made: Expr<unknown>) {
  return resource(DefaultServiceAccountV1, scope, "this", {
    forEach: declared,
    metadata: { namespace: declared.each.key },
    automountServiceAccountToken: declared.each.value.automountedToken,
    dependsOn: [made],
  });
}

/** Source: https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html, read 2026-11-21. */
function autoModePolicies(scope: Construct, { autoModePolicies: asked, ready }: Inputs) {
  return resource(ConfigMapV1, scope, "auto_mode", {
    count: present(asked),
    metadata: { name: "amazon-vpc-cni", namespace: "kube-system" },
    data: { "enable-network-policy-controller": "true" },
    dependsOn: [ready],
  });
}
