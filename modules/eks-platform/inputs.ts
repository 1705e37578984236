import { type Handles, type Inputs, judgedElsewhere, map, nullable, object, partInputs, text } from "../../kernel";
import type { AnySchema } from "../../kernel/schema";
import { addonsModule } from "../addons/module";
import { clusterModule } from "../cluster/module";
import { fargateProfilesModule } from "../fargate-profiles/module";
import { existingNetworkInputs } from "../network/existing-network";
import { networkModule } from "../network/module";
import { nodeGroupsModule } from "../node-groups/module";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";
import { workloadIdentityModule } from "../workload-identity/module";

/** What is said once for all parts, or comes from another part. */
const shared = ["name", "rolePath", "permissionsBoundary", "tags"] as const;
export const wired = {
  network: shared,
  cluster: [...shared, "partition", "account", "subnetIds", "securityGroup"],
} as const;

/** The VPC of the security group is that of the network. */
const { vpcId: _, ...securityRules } = (clusterModule.inputs.securityGroup.shape as { readonly fields: Inputs }).fields;

const { inputs: nodeGroups } = nodeGroupsModule;
const { inputs: fargate } = fargateProfilesModule;
const { inputs: addons } = addonsModule;
const { inputs: identity } = workloadIdentityModule;

/** One object a part, as its module declares it. The modules judge what they are given; what they do not see is judged here. */
export const eksPlatformInputs = {
  name: text({ doc: "Name of the network, and of the cluster unless `cluster.name` says another. It cannot change." }),
  region: judgedElsewhere(identity.region),
  account: text({ doc: "Id of the AWS account, twelve digits." }),
  partition: judgedElsewhere(clusterModule.inputs.partition),
  network: nullable(
    object(partInputs(networkModule.inputs, wired.network), {
      doc: "A VPC for the cluster, by the inputs of `modules/network`. `without` names what is there by default and is not wanted, such as `intra_subnets`: null would take the default here.",
    }),
  ),
  existingNetwork: nullable(object(existingNetworkInputs, { doc: "A VPC that exists already, in place of `network`. Its routes are taken to be there." })),
  cluster: object(
    {
      name: nullable(text({ doc: "Name of the cluster. Null takes `name`." })),
      ...partInputs(clusterModule.inputs, wired.cluster),
      securityGroup: nullable(object(Object.fromEntries(Object.entries(securityRules).map(([name, schema]) => [name, judgedElsewhere(schema)])), { doc: "A security group of the control plane's own, with rules by name." })),
    },
    { doc: "The control plane, by the inputs of `modules/cluster`. It stands in the intra subnets, or in the private ones where there are none. `without` names what is there by default and is not wanted, such as `oidc_provider`: null would take the default here." },
  ),
  nodeGroups: noneOrMore(nodeGroups.groups),
  nodePolicies: judgedElsewhere(nodeGroups.policies),
  nodeRoleName: roleName("the nodes"),
  fargateProfiles: noneOrMore(fargate.profiles),
  fargateLogging: judgedElsewhere(fargate.logging),
  fargateRoleName: roleName("the pods on Fargate"),
  addons: judgedElsewhere(addons.addons),
  addonIdentity: judgedElsewhere(addons.identity),
  identities: judgedElsewhere(identity.identities),
  organizationId: judgedElsewhere(identity.organizationId),
  rolePath: judgedElsewhere(roleOptions.rolePath),
  permissionsBoundary: judgedElsewhere(roleOptions.permissionsBoundary),
  tags: judgedElsewhere(tagsInput("Tags of everything that is made here, instances and volumes included.")),
};

export type EksPlatformHandles = Handles<typeof eksPlatformInputs>;

/** A part that a cluster can do without. */
function noneOrMore({ shape, meta }: AnySchema) {
  return map(judgedElsewhere((shape as { readonly element: AnySchema }).element), { default: {}, doc: meta.doc });
}

function roleName(whose: string) {
  return nullable(text({ doc: `Name of the role of ${whose}, where it must be this one: an adopted role keeps its name and so is not replaced.` }));
}
