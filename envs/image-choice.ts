import { amiType, amiTypeFor, type AmiTypeName, type ImageFamily, imageFamilies } from "../aws/ami-types";
import { type InstanceType, instanceType } from "../aws/instance-types";
import type { Problem, Target } from "../kernel";
import { checkInputs } from "../kernel/check";
import { nodeGroupInputs } from "../modules/node-groups/group-inputs";
import type { CheckedEnvironment } from "./environment";

type NodeGroup = CheckedEnvironment["nodeGroups"][string];

/** The AMI type of a checked group: its own, or that of its image family for its instance types. None beside an image of its own. */
export function amiTypeOf(group: NodeGroup, types: readonly string[]): AmiTypeName | null {
  if (group.image !== null) return null;
  return group.amiType ?? imageOf(group.imageFamily ?? "al2023", instanceType(types[0]!)!)!;
}

/** The image must fit the types; where none is named, one image of the family must fit all of them. */
export function imageProblems(path: string, group: NodeGroup, types: readonly InstanceType[], target: Target): Problem[] {
  const [first] = types.filter((type) => architectureOf(type) !== undefined);
  if (first === undefined || group.image != null) return [];
  return group.amiType === null ? familyProblems(path, group.imageFamily, first, types, target) : namedProblems(path, group.amiType, first);
}

/** Whether the nodes run Windows, by whichever way the group names its image. */
export function isWindows({ amiType: named, imageFamily, image }: NodeGroup): boolean {
  return /^windows/i.test(image?.family ?? imageFamily ?? named ?? "");
}

/** EKS has AMIs for two architectures; those of Mac have none. */
export function architectureOf(type: InstanceType): "x86_64" | "arm64" | undefined {
  return type.architecture === "x86_64" || type.architecture === "arm64" ? type.architecture : undefined;
}

function namedProblems(path: string, named: AmiTypeName, first: InstanceType): Problem[] {
  const { architecture } = amiType(named)!;
  if (architecture === undefined || architecture === first.architecture) return [];
  const why = `${first.name} is ${first.architecture}`;
  return [{ path: `${path}.amiType`, expected: `an AMI type for ${first.architecture}`, got: named, why, suggestion: imageOf("al2023", first), rule: "ami-architecture" }];
}

function familyProblems(path: string, said: ImageFamily | null, first: InstanceType, types: readonly InstanceType[], target: Target): Problem[] {
  const family = said ?? "al2023";
  const image = imageOf(family, first);
  const other = types.find((type) => imageOf(family, type) !== image);
  const at = said === null ? `${path}.amiType` : `${path}.imageFamily`;
  // The word may be older than the image that it stands for here.
  if (image !== undefined && other === undefined) return checkInputs({ amiType: nodeGroupInputs.amiType }, { amiType: image }, { path, target }).map((problem) => ({ ...problem, path: at }));
  const why = other === undefined ? lacking(family, first) : `${first.name} and ${other.name} take different ones`;
  const expected = `${said === null ? "an AMI type" : "an image family"} for ${types.map(({ name }) => name).join(", ")}`;
  return [{ path: at, expected, got: said, why, rule: "group-image" }];
}

function lacking(family: ImageFamily, type: InstanceType): string {
  if (family === "al2023") return `Amazon Linux 2023 does not run on ${type.name}`;
  return `${family} has no image for ${type.architecture}${driversOf(type) === undefined ? "" : ` with drivers of ${driversOf(type)}`}`;
}

/** The image of a family with the drivers that the type's accelerator needs. Amazon Linux 2023 does not run on the first Graviton. */
function imageOf(word: ImageFamily, type: InstanceType): AmiTypeName | undefined {
  const architecture = architectureOf(type);
  if (architecture === undefined || (word === "al2023" && type.name.startsWith("a1."))) return undefined;
  const { family, ...choice } = imageFamilies[word];
  return amiTypeFor(family, architecture, driversOf(type), choice);
}

function driversOf({ accelerator }: InstanceType): "nvidia" | "neuron" | undefined {
  return accelerator === "nvidia" || accelerator === "neuron" ? accelerator : undefined;
}
