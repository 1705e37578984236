import { isOffered } from "../aws/instance-offerings";
import { type InstanceType, instanceType } from "../aws/instance-types";
import { nearestInstanceType } from "../aws/nearest-instance-type";
import type { PodAddressing } from "../aws/max-pods";
import type { Problem, Target } from "../kernel";
import { join } from "../kernel/check";
import type { CheckedEnvironment } from "./environment";
import { architectureOf, imageProblems, isWindows } from "./image-choice";
import { choiceProblems, typesOf } from "./instance-choice";
import { fine, type Judged, merged } from "./judged";
import { judgeMaxPods } from "./max-pods";
import { sizeProblems, spotWarnings } from "./spot-checks";

type Groups = CheckedEnvironment["nodeGroups"];
type NodeGroup = Groups[string];

interface Place {
  readonly region: string;
  /** The zones that have subnets for nodes. */
  readonly zones: readonly string[];
  readonly target: Target;
  readonly addressing: PodAddressing;
}

/** What is wrong between the instance types of each group, its image and its capacity, and what will not go well for long. */
export function instanceProblems(path: string, groups: Groups, place: Place): Judged {
  return merged(Object.entries(groups).map(([key, group]) => judge(join(path, key), group, place)));
}

function judge(path: string, group: NodeGroup, place: Place): Judged {
  const { region } = place;
  // Without a region that can be read, nothing can be said of what it offers.
  const chosen = region === "" ? [] : choiceProblems(`${path}.instances`, group, region);
  if (chosen.length > 0) return { problems: chosen, warnings: [] };
  const names = typesOf(group, region);
  const types = names.map(instanceType).filter((type) => type !== undefined);
  const image = oneArchitecture(types) ? imageProblems(path, group, types, place.target) : mixed(path, names, types);
  const pods = isWindows(group) ? fine : judgeMaxPods(path, group, types, place.addressing);
  const size = sizeProblems(path, group, types);
  return {
    problems: [...typeProblems(`${path}.instanceTypes`, group), ...image, ...pods.problems, ...size],
    warnings: [...regionWarnings(`${path}.instanceTypes`, group, region), ...(size.length > 0 ? [] : spotWarnings(path, group, names, place)), ...pods.warnings],
  };
}

function typeProblems(path: string, { instanceTypes, capacity }: NodeGroup): Problem[] {
  return (instanceTypes ?? []).flatMap((name, index): Problem[] => {
    const at = `${path}[${index}]`;
    const type = instanceType(name);
    if (type === undefined) return [{ path: at, expected: "an instance type of EC2", got: name, suggestion: nearestInstanceType(name), rule: "instance-type" }];
    if (architectureOf(type) === undefined) return [{ path: at, expected: "an instance type that EKS has images for", got: name, rule: "instance-image" }];
    if (capacity === "SPOT" && type.spot === false) return [{ path: at, expected: "an instance type that is offered as SPOT", got: name, rule: "instance-spot" }];
    return [];
  });
}

/** A warning only: AWS brings types to more regions all the time, and the table cannot know of all. */
function regionWarnings(path: string, { instanceTypes }: NodeGroup, region: string): Problem[] {
  return (instanceTypes ?? []).flatMap((name, index) =>
    isOffered(name, region) === false ? [{ path: `${path}[${index}]`, expected: `an instance type that ${region} is known to offer`, got: name, rule: "instance-region" }] : [],
  );
}

function mixed(path: string, instanceTypes: readonly string[], types: readonly InstanceType[]): Problem[] {
  const [first] = types;
  const other = types.find((type) => type.architecture !== first?.architecture);
  const why = `${first?.name} is ${first?.architecture}, ${other?.name} is ${other?.architecture}, and a group has one image`;
  return [{ path: `${path}.instanceTypes`, expected: "instance types of one architecture", got: instanceTypes, why, rule: "group-architecture" }];
}

function oneArchitecture(types: readonly InstanceType[]): boolean {
  return new Set(types.map(({ architecture }) => architecture)).size <= 1;
}
