import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { type Collection, commented, type Construct, type Expr, type Handles, local, resource, some, template, tf } from "../../kernel";
import type { clusterInputs } from "./inputs";

interface Association {
  readonly entry: string;
  readonly policy: string;
  /** Null for the whole cluster. */
  readonly namespaces: readonly string[] | null;
}

/** Lets people and nodes in. Who uses the API waits for `ready`. */
export function accessEntries(scope: Construct, inputs: Handles<typeof clusterInputs>, clusterName: Expr<string>) {
  const { accessEntries: declared, partition, tags } = inputs;
  const entry = declared.each.value;
  const entries = resource(EksAccessEntry, scope, "this", {
    forEach: declared,
    clusterName,
    principalArn: entry.principalArn,
    type: entry.type,
    userName: entry.username,
    kubernetesGroups: commented(tf<readonly string[]>`${entry.type} == "STANDARD" ? ${entry.kubernetesGroups} : null`, "EKS gives the entries of nodes groups of its own."),
    tags,
  });
  const associations = local(
    scope,
    "policy_associations",
    commented(
      tf<Readonly<Record<string, Association>>>`merge([for name, entry in ${declared} : { for policy, access in entry.policies : "\${name}/\${policy}" => { entry = name, policy = policy, namespaces = access.namespaces } }]...)`,
      "EKS associates a policy with an entry once, so the two names are a key.",
    ),
  ) as Collection<Association>;
  const { entry: name, policy, namespaces } = associations.each.value as unknown as { readonly [K in keyof Association]: Expr<Association[K]> };
  const associated = resource(EksAccessPolicyAssociation, scope, "this", {
    forEach: associations,
    clusterName,
    principalArn: entries.at(name).principalArn,
    policyArn: template`arn:${partition}:eks::aws:cluster-access-policy/${policy}`,
    accessScope: { type: tf<string>`${namespaces} == null ? "cluster" : "namespace"`, namespaces: some(namespaces) },
  });
  const ready = tf<readonly string[]>`concat(values(${entries})[*].id, values(${associated})[*].id)`;
  return { entries, ready };
}
