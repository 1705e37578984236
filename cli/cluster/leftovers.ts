import { paginateGetResources, ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { type ControllerTag, controllerTags } from "../../aws/controller-tags";
import { ProblemsError } from "../../kernel/problem";
import { providerAccess } from "../aws-access";
import { clusterName, type Stack } from "../synth/stacks";

/** What the controllers of a cluster made and what is still there. */
export interface Leftover {
  readonly madeBy: string;
  readonly arns: readonly string[];
  readonly goes: string;
}

/** Of a stack that makes a cluster. Asks AWS, and not the cluster: one that is gone has left them behind. */
export async function leftovers(stack: Stack): Promise<Leftover[]> {
  const client = new ResourceGroupsTaggingAPIClient(providerAccess(stack));
  try {
    const tags = controllerTags(clusterName(stack)!);
    const found = tags.map(async ({ key, value, resourceTypes }) => {
      const pages = paginateGetResources({ client }, { TagFilters: [{ Key: key, Values: [value] }], ...(resourceTypes && { ResourceTypeFilters: [...resourceTypes] }) });
      const arns: string[] = [];
      for await (const { ResourceTagMappingList: list } of pages) arns.push(...(list ?? []).map(({ ResourceARN: arn }) => arn!));
      return arns;
    });
    return byMaker(tags, await Promise.all(found)).filter(({ arns }) => arns.length > 0);
  } catch (error) {
    const { name, message } = error as Error;
    throw new ProblemsError([{ path: "leftovers", expected: "an answer of AWS", got: message, why: name, rule: "aws-answer" }]);
  } finally {
    client.destroy();
  }
}

export function leftoverLines(environment: string, found: readonly Leftover[]): string[] {
  if (found.length === 0) return [`${environment}: nothing that a controller made is there`];
  return found.flatMap(({ madeBy, arns, goes }) => [`${madeBy}: ${goes}`, ...arns.map((arn) => `  ${arn}`)]);
}

/** A maker may tag in several ways, and one resource in all of them. */
function byMaker(tags: readonly ControllerTag[], found: readonly (readonly string[])[]): Leftover[] {
  const makers = new Map(tags.map(({ madeBy, goes }) => [madeBy, goes]));
  return [...makers].map(([madeBy, goes]) => ({ madeBy, arns: [...new Set(found.filter((_, index) => tags[index]!.madeBy === madeBy).flat())].sort(), goes }));
}
