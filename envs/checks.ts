import { creatableVersions, kubernetesSupport, kubernetesVersionsAsOf, minorOf } from "../aws/kubernetes-versions";
import { isZoneOf, regions, zonesOf } from "../aws/regions";
import type { Problem } from "../kernel";
import { checkInputs, inputsWithDefaults } from "../kernel/check";
import { overlaps, parseCidr } from "../kernel/cidr";
import { nearest } from "../kernel/nearest";
import { networkProblems } from "../modules/network/problems";
import { type CheckedEnvironment, type Environment, environmentInputs } from "./environment";
import { nodeGroupProblems } from "../modules/node-groups/problems";
import { instanceProblems } from "./node-group-checks";
import { targetOf } from "./provider";
import { providerVersions } from "./provider-versions";

/** What the checks of one environment found. Without problems, `environment` holds the data with its defaults. */
export interface Checked {
  readonly environment: CheckedEnvironment;
  readonly problems: readonly Problem[];
  /** What works today and will not for long. */
  readonly warnings: readonly Problem[];
}

/** Judges one environment by its declaration, by the rules between its modules and by what is known of AWS. */
export function checkEnvironment(data: Environment): Checked {
  const path = `envs/${String(data.name)}/environment.ts `;
  const target = targetOf(data.provider?.version ?? providerVersions[0]);
  const declared = checkInputs(environmentInputs, data, { path, target });
  const environment = inputsWithDefaults(environmentInputs, data, target) as CheckedEnvironment;
  if (declared.length > 0) return { environment, problems: declared, warnings: [] };
  const version = versionProblems(path, environment);
  const problems = [
    ...placeProblems(path, environment),
    ...(environment.network === null ? [] : networkProblems(`${path}network`, environment.network)),
    ...serviceCidrProblems(path, environment),
    ...version.problems,
    ...instanceProblems(`${path}nodeGroups`, environment.nodeGroups),
    ...nodeGroupProblems(environment.nodeGroups, nodeZones(environment), `${path}nodeGroups`),
  ];
  return { environment, problems, warnings: version.warnings };
}

/** The zones that have a subnet for nodes. */
function nodeZones({ network, existingNetwork }: CheckedEnvironment): readonly string[] {
  return network?.zones ?? Object.keys(existingNetwork?.privateSubnetIds ?? {});
}

/** What two environments must not share. */
export function checkTogether(environments: readonly CheckedEnvironment[]): Problem[] {
  return [
    ...shared(environments, "name", "a name of its own", (environment) => environment.name, "stack-name"),
    ...shared(environments, "state", "a state of its own", stateKey, "state-key"),
  ];
}

export function stateKey({ name, state }: CheckedEnvironment): string | undefined {
  if (state.s3 !== null) return `s3://${state.s3.bucket}/${state.s3.key ?? `eks-platform/${name}/terraform.tfstate`}`;
  return undefined;
}

function shared(environments: readonly CheckedEnvironment[], field: string, expected: string, keyOf: (environment: CheckedEnvironment) => string | undefined, rule: string) {
  const first = new Map<string, CheckedEnvironment>();
  return environments.flatMap((environment): Problem[] => {
    const key = keyOf(environment);
    if (key === undefined) return [];
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, environment);
      return [];
    }
    return [{ path: `envs/${environment.name}/environment.ts ${field}`, expected, got: key, why: `the environment ${other.name} has it`, rule }];
  });
}

function placeProblems(path: string, environment: CheckedEnvironment): Problem[] {
  const { region, network, existingNetwork } = environment;
  const unknownRegion = regions.includes(region)
    ? []
    : [{ path: `${path}region`, expected: "an AWS region", got: region, suggestion: nearest(region, regions), rule: "region" }];
  const both = (network === null) === (existingNetwork === null);
  const source = both
    ? [{ path: `${path}network`, expected: "either network or existingNetwork", got: network === null ? "neither" : "both", rule: "network-source" }]
    : [];
  const foreign = nodeZones(environment).filter((zone) => isZoneOf(zone, region) === false);
  const where = network === null ? "existingNetwork.privateSubnetIds" : "network.zones";
  const strangers = foreign.map((zone) => ({
    path: `${path}${where}`,
    expected: `zones of ${region}`,
    got: zone,
    suggestion: nearest(zone, zonesOf(region) ?? []),
    rule: "zone-region",
  }));
  return [...unknownRegion, ...source, ...strangers];
}

function serviceCidrProblems(path: string, { cluster, network, existingNetwork }: CheckedEnvironment): Problem[] {
  if (cluster.serviceCidr === null) return [];
  const service = parseCidr(cluster.serviceCidr)!;
  const blocks = network === null ? [existingNetwork?.cidr] : [network.cidr, network.podSubnets?.cidr, ...Object.values(network.secondaryCidrs)];
  return blocks
    .filter((block): block is string => block != null && overlaps(parseCidr(block)!, service))
    .map((block) => ({
      path: `${path}cluster.serviceCidr`,
      expected: `a block apart from the VPC's ${block}`,
      got: cluster.serviceCidr,
      why: "a service address would hide an address of the VPC",
      rule: "service-cidr-overlap",
    }));
}

/** Support ends by date. Judged against the date of the data, so the same repository always synthesizes the same. */
function versionProblems(path: string, { cluster }: CheckedEnvironment): { problems: Problem[]; warnings: Problem[] } {
  const { kubernetesVersion: wanted, runningVersion: running } = cluster;
  const at = `${path}cluster.kubernetesVersion`;
  const support = kubernetesSupport(wanted);
  const creatable = creatableVersions();
  if (support === "standard" || support === "extended") return { problems: steps(at, wanted, running), warnings: [] };
  const why = support === "ended" ? `its support ended before ${kubernetesVersionsAsOf}` : `the versions known on ${kubernetesVersionsAsOf} are ${creatable.join(", ")}`;
  const problem = { path: at, expected: "a Kubernetes version that EKS supports", got: wanted, why, suggestion: nearest(wanted, creatable), rule: "kubernetes-support" };
  return support === "ended" && running === wanted ? { problems: [], warnings: [problem] } : { problems: [problem], warnings: [] };
}

function steps(path: string, wanted: string, running: string | null): Problem[] {
  const [to, from] = [minorOf(wanted), running === null ? undefined : minorOf(running)];
  if (to === undefined || from === undefined || to === from || to === from + 1) return [];
  const why = to < from ? "a control plane does not go back by a deploy" : "a control plane goes up one minor version at a time";
  return [{ path, expected: `1.${from} or 1.${from + 1}`, got: wanted, why, suggestion: `1.${from + 1}`, rule: "kubernetes-step" }];
}
