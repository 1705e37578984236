import { ProblemsError } from "../../kernel/problem";
import { type Fated, forgottenBlocks, importBlocks, movedBlocks, settled } from "./blocks";
import { moduleCall, Reference } from "./calls";
import { adoptCluster } from "./cluster";
import { adoptFargateProfiles } from "./fargate-profiles";
import { type AdoptedNetwork, adoptNetwork } from "./network";
import { adoptNodeGroups } from "./node-groups";
import { type Found, readState } from "./state";
import { placed, subnetIds } from "./subnet-ids";

type Files = Readonly<Record<string, string>>;

export interface Adoption {
  /** HCL by file name, for the root that has the resources from now on. */
  readonly files: Files;
  /** For the root that has had them, where it is another. */
  readonly forgotten: Files;
  readonly fates: readonly Fated[];
  /** What somebody must decide or look at. */
  readonly notes: readonly string[];
}

interface Part {
  readonly calls: readonly (readonly [module: string, inputs: Readonly<Record<string, unknown>>])[];
  readonly fates: readonly Fated[];
  readonly notes: readonly string[];
}

/** What takes over the calls of terraform-aws-vpc and terraform-aws-eks in a state, in the same root or by import in another. */
export function adoption(state: string, source: (module: string) => string, by: "move" | "import" = "move"): Adoption {
  const all = readState(state);
  const vpcCall = callOf(all, "aws_vpc.this");
  const clusterCall = callOf(all, "aws_eks_cluster.this");
  if (vpcCall === undefined && clusterCall === undefined) throw new ProblemsError([{ path: "adopt", expected: "a state with a call of terraform-aws-vpc or terraform-aws-eks", rule: "adopt-nothing" }]);
  const network = vpcCall === undefined ? undefined : networkPart(all, vpcCall);
  const parts = [...(network === undefined ? [] : [network]), ...(clusterCall === undefined ? [] : [clusterPart(all, clusterCall, network?.adopted)])];
  const fates = parts.flatMap((part) => part.fates);
  const calls = parts.flatMap((part) => part.calls).map(([module, inputs]) => moduleCall(module, source(module.replaceAll("_", "-")), inputs));
  const written = { "adopted.tf": calls.join("\n") };
  const notes = parts.flatMap((part) => part.notes);
  return by === "move"
    ? { files: { ...written, "moved.tf": movedBlocks(fates) }, forgotten: {}, fates: settled(fates, ["stays", "imported"]), notes }
    : { files: { ...written, "imported.tf": importBlocks(fates) }, forgotten: { "forgotten.tf": forgottenBlocks(fates) }, fates: settled(fates, ["moves", "imported", "stays"]), notes };
}

function networkPart(all: readonly Found[], module: string): Part & { readonly adopted: AdoptedNetwork } {
  const mine = all.filter((resource) => resource.module === module);
  const vpcId = mine.find(({ type }) => type === "aws_vpc")!.values["id"] as string;
  const endpointCalls = all.filter(({ module: place, type, name, values }) => place !== "" && `${type}.${name}` === "aws_vpc_endpoint.this" && values["vpc_id"] === vpcId).map((endpoint) => endpoint.module);
  const further = all.filter((resource) => endpointCalls.includes(resource.module) && resource.module !== module);
  const adopted = adoptNetwork(mine, further);
  const fates = [...mine, ...further].map((resource): Fated => {
    const fate = adopted.fate(resource);
    return { resource, fate: "to" in fate ? { ...fate, to: `module.network.${fate.to}` } : fate };
  });
  return { adopted, calls: [["network", adopted.inputs]], fates, notes: adopted.notes.map((note) => `network: ${note}`) };
}

function clusterPart(all: readonly Found[], module: string, network: AdoptedNetwork | undefined): Part {
  const mine = all.filter((resource) => resource.module === module || resource.module.startsWith(`${module}.`));
  const { arn: clusterArn, vpc_config: vpcConfig } = mine.find(({ type }) => type === "aws_eks_cluster")!.values;
  const adopted = adoptCluster(module, mine, vpcConfig[0].vpc_id === network?.vpcId ? new Reference("module.network.vpc_id") : undefined);
  const nodes = adoptNodeGroups(module, mine);
  const fargate = adoptFargateProfiles(module, mine);
  const { account, oidc_provider: oidcProvider, subnet_ids: clusterSubnets } = adopted.inputs;
  const place = { region: clusterArn.split(":")[3], account };
  const of = (output: string) => new Reference(`module.cluster.${output}`);
  const inSubnets = (ids: readonly string[]) => subnetIds(ids, all, network?.subnets);
  const groups = placed(nodes.groups, inSubnets);
  const profiles = placed(fargate.profiles, inSubnets);
  const clusterInputs = { ...adopted.inputs, subnet_ids: inSubnets(clusterSubnets as string[]).input };
  const nodeInputs = { cluster_name: of("cluster_name"), kubernetes_version: of("cluster_version"), cluster_security_group_id: of("cluster_security_group_id"), subnet_ids: groups.input, ...nodes.inputs, groups: groups.items };
  const fargateInputs = { cluster_name: of("cluster_name"), ...place, subnet_ids: profiles.input, ...fargate.inputs, profiles: profiles.items };
  const issuer = oidcProvider === null ? {} : { oidc_provider: new Reference("module.cluster.oidc_provider") };
  const addonInputs = { cluster_name: of("cluster_name"), ...place, ...issuer, identity: "node", addons: adopted.addons, ...adopted.addonsInputs };
  const further = ([["node_groups", nodeInputs, groups.items], ["fargate_profiles", fargateInputs, profiles.items], ["addons", addonInputs, adopted.addons]] as const).filter(([, , items]) => Object.keys(items).length > 0);
  return {
    calls: [["cluster", clusterInputs], ...further.map(([name, values]) => [name, values] as const)],
    fates: mine.map((resource) => ({ resource, fate: nodes.fate(resource) ?? fargate.fate(resource) ?? adopted.fate(resource) })),
    notes: Object.entries({ cluster: adopted.notes, node_groups: nodes.notes, fargate_profiles: fargate.notes }).flatMap(([name, notes]) => notes.map((note) => `${name}: ${note}`)),
  };
}

function callOf(all: readonly Found[], address: string): string | undefined {
  const calls = [...new Set(all.filter(({ module, type, name }) => module !== "" && `${type}.${name}` === address).map(({ module }) => module))];
  if (calls.length > 1) throw new ProblemsError([{ path: "adopt", expected: `one call with ${address} in a state`, got: calls, why: "adopt them one after the other, from states of their own", rule: "adopt-calls" }]);
  return calls[0];
}
