import { amiType, amiTypeFor, type AmiTypeName } from "../aws/ami-types";
import { type InstanceType, instanceType } from "../aws/instance-types";
import { nearestInstanceType } from "../aws/nearest-instance-type";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";
import type { CheckedEnvironment } from "./environment";

type NodeGroup = CheckedEnvironment["nodeGroups"][string];

/** What is wrong between the instance types of each group, its AMI and its capacity. */
export function instanceProblems(path: string, groups: CheckedEnvironment["nodeGroups"]): Problem[] {
  return Object.entries(groups).flatMap(([key, group]) => {
    const at = join(path, key);
    const types = group.instanceTypes.map(instanceType).filter((type) => type !== undefined);
    return [...typeProblems(`${at}.instanceTypes`, group), ...(oneArchitecture(types) ? imageProblems(at, group, types) : mixed(at, group, types))];
  });
}

/** The AMI type of a checked group: its own, or the standard one for its instance types. */
export function amiTypeOf(group: NodeGroup): AmiTypeName {
  return group.amiType ?? standardAmi(instanceType(group.instanceTypes[0]!)!)!;
}

function typeProblems(path: string, { instanceTypes, capacity }: NodeGroup): Problem[] {
  return instanceTypes.flatMap((name, index): Problem[] => {
    const at = `${path}[${index}]`;
    const type = instanceType(name);
    if (type === undefined) return [{ path: at, expected: "an instance type of EC2", got: name, suggestion: nearestInstanceType(name), rule: "instance-type" }];
    if (architectureOf(type) === undefined) return [{ path: at, expected: "an instance type that EKS has images for", got: name, rule: "instance-image" }];
    if (capacity === "SPOT" && type.spot === false) return [{ path: at, expected: "an instance type that is offered as SPOT", got: name, rule: "instance-spot" }];
    return [];
  });
}

function mixed(path: string, { instanceTypes }: NodeGroup, types: readonly InstanceType[]): Problem[] {
  const [first] = types;
  const other = types.find((type) => type.architecture !== first?.architecture);
  const why = `${first?.name} is ${first?.architecture}, ${other?.name} is ${other?.architecture}, and a group has one image`;
  return [{ path: `${path}.instanceTypes`, expected: "instance types of one architecture", got: instanceTypes, why, rule: "group-architecture" }];
}

/** The image must fit the types; where none is named, one standard image must fit all of them. */
function imageProblems(path: string, { amiType: named, instanceTypes }: NodeGroup, types: readonly InstanceType[]): Problem[] {
  const [first] = types.filter((type) => architectureOf(type) !== undefined);
  if (first === undefined) return [];
  if (named !== null) {
    const { architecture } = amiType(named)!;
    if (architecture === undefined || architecture === first.architecture) return [];
    const why = `${first.name} is ${first.architecture}`;
    return [{ path: `${path}.amiType`, expected: `an AMI type for ${first.architecture}`, got: named, why, suggestion: standardAmi(first), rule: "ami-architecture" }];
  }
  const other = types.find((type) => standardAmi(type) !== standardAmi(first));
  if (standardAmi(first) !== undefined && other === undefined) return [];
  const why = other === undefined ? `Amazon Linux 2023 does not run on ${first.name}` : `${first.name} and ${other.name} take different ones`;
  return [{ path: `${path}.amiType`, expected: `an AMI type for ${instanceTypes.join(", ")}`, got: null, why, rule: "group-image" }];
}

function oneArchitecture(types: readonly InstanceType[]): boolean {
  return new Set(types.map(({ architecture }) => architecture)).size <= 1;
}

/** Amazon Linux 2023 with the drivers that the type's accelerator needs. It does not run on the first Graviton. */
function standardAmi(type: InstanceType): AmiTypeName | undefined {
  const architecture = architectureOf(type);
  if (architecture === undefined || type.name.startsWith("a1.")) return undefined;
  const { accelerator } = type;
  return amiTypeFor("al2023", architecture, accelerator === "nvidia" || accelerator === "neuron" ? accelerator : undefined);
}

/** EKS has AMIs for two architectures; those of Mac have none. */
function architectureOf(type: InstanceType): "x86_64" | "arm64" | undefined {
  return type.architecture === "x86_64" || type.architecture === "arm64" ? type.architecture : undefined;
}
