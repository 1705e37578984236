import { bind, Construct, type Expr, type GivenInputs, outputs, project, section, template, tf } from "../../kernel";
import { associations } from "./association";
import { granter } from "./grant";
import { workloadIdentityInputs } from "./inputs";
import { oidcProvider } from "./oidc-provider";
import { otherAccounts } from "./other-accounts";
import { ownPermissions } from "./own-permissions";
import { permissions } from "./permissions";
import type { WorkloadIdentityRef } from "./refs";
import { identityRoles, names } from "./roles";

/** Roles of Kubernetes service accounts. */
export class WorkloadIdentity extends Construct implements WorkloadIdentityRef {
  readonly roleArns: Expr<Readonly<Record<string, string>>>;
  readonly annotations: Expr<Readonly<Record<string, Readonly<Record<string, string>>>>>;
  readonly ready: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof workloadIdentityInputs>) {
    super(scope, id);
    const inputs = bind(this, workloadIdentityInputs, given);
    const { partition, region, account, clusterName, identities } = inputs;
    // Composed and not read from the cluster, so that a plan shows policies in full.
    const clusterArn = template`arn:${partition}:eks:${region}:${account}:cluster/${clusterName}`;
    const provider = oidcProvider(this, inputs);
    const roles = identityRoles(this, inputs, { clusterArn, provider });
    const grant = granter(this, inputs, roles);
    const policies = [...permissions(this, grant, inputs), ...section(this, "custom-permissions", () => ownPermissions(this, grant, inputs, roles))];
    const associated = associations(this, inputs, roles);
    const others = otherAccounts(inputs, roles, clusterArn);

    this.roleArns = project(roles, (_, role) => role.arn, ["name", "role"]);
    this.annotations = project(identities, (name, { method }) => tf<Readonly<Record<string, string>>>`${method} == "podIdentity" ? {} : { "eks.amazonaws.com/role-arn" = ${roles.at(name).arn} }`, names);
    this.ready = tf`flatten([for made in ${[...policies, associated]} : values(made)[*].id])`;
    outputs(this, {
      roleArns: { value: this.roleArns, doc: "ARNs of the roles, by name of the identity." },
      roleNames: { value: project(roles, (_, role) => role.name, ["name", "role"]), doc: "Names of the roles, by name of the identity." },
      associationIds: { value: project(associated, (_, association) => association.associationId, ["name", "association"]), doc: "Ids of the Pod Identity associations, by name of the identity." },
      serviceAccountAnnotations: { value: this.annotations, doc: "What the service accounts must say for IRSA, by name of the identity. Empty with Pod Identity, which needs nothing." },
      oidcProviderArn: { value: provider.arn, nullable: true, doc: "ARN of the OIDC provider in the roles' account, null when there is none." },
      targetRoleTrustPolicies: { value: others.targetRoles, doc: "Trust policies that the target roles of other accounts must have, by name of the identity." },
      assumedRoleTrustPolicies: { value: others.assumedRoles, doc: "Trust policies that the roles to assume must have, by name of the identity and of the role." },
      ready: { value: this.ready, doc: "Ids that are known when permissions and associations are there: what pods wait for." },
    });
  }
}
