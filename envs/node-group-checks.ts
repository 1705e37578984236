import { amiType, amiTypeFor, type AmiTypeName } from "../aws/ami-types";
import { type InstanceType, instanceType } from "../aws/instance-types";
import { nearestInstanceType } from "../aws/nearest-instance-type";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";
import type { CheckedEnvironment } from "./environment";

type NodeGroup = CheckedEnvironment["nodeGroups"][string];

/** What is wrong between the instance types of each group and its AMI. */
export function instanceProblems(path: string, groups: CheckedEnvironment["nodeGroups"]): Problem[] {
  return Object.entries(groups).flatMap(([key, group]) => groupProblems(join(path, key), group));
}

/** The AMI type of a checked group: its own, or the standard one for its instance types. */
export function amiTypeOf(group: NodeGroup): AmiTypeName {
  return group.amiType ?? standardAmi(instanceType(group.instanceTypes[0]!)!)!;
}

function groupProblems(path: string, group: NodeGroup): Problem[] {
  const unknown = group.instanceTypes
    .filter((name) => instanceType(name) === undefined)
    .map((name) => ({ path: `${path}.instanceTypes`, expected: "instance types that EC2 has", got: name, suggestion: nearestInstanceType(name), rule: "instance-type" }));
  const known = group.instanceTypes.map(instanceType).filter((type) => type !== undefined);
  return [...unknown, ...architectureProblems(path, group, known)];
}

function architectureProblems(path: string, group: NodeGroup, types: readonly InstanceType[]): Problem[] {
  const [first] = types;
  if (first === undefined) return [];
  if (group.amiType === null) {
    return types
      .filter((type) => architectureOf(type) !== architectureOf(first))
      .map((type) => ({
        path: `${path}.instanceTypes`,
        expected: `types of one architecture, ${first.architecture} as ${first.name}`,
        got: type.name,
        why: `its architecture is ${type.architecture}`,
        rule: "group-architecture",
      }));
  }
  const { architecture } = amiType(group.amiType)!;
  return types
    .filter((type) => architecture !== undefined && architectureOf(type) !== architecture)
    .map((type) => ({
      path: `${path}.amiType`,
      expected: `an AMI type for ${type.architecture}`,
      got: group.amiType,
      why: `${type.name} is ${type.architecture}`,
      suggestion: standardAmi(type),
      rule: "ami-architecture",
    }));
}

/** Amazon Linux 2023 with the drivers that the type's accelerator needs. */
function standardAmi(type: InstanceType): AmiTypeName | undefined {
  const { accelerator } = type;
  const architecture = architectureOf(type);
  if (architecture === undefined) return undefined;
  return amiTypeFor("al2023", architecture, accelerator === "nvidia" || accelerator === "neuron" ? accelerator : undefined);
}

/** EKS has AMIs for two architectures; those of Mac have none. */
function architectureOf(type: InstanceType): "x86_64" | "arm64" | undefined {
  return type.architecture === "x86_64" || type.architecture === "arm64" ? type.architecture : undefined;
}
