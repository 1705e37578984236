import { paginateGetResources, ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { type ControllerTag, controllerTags } from "../aws/controller-tags";
import { ProblemsError } from "../kernel/problem";
import type { Stack } from "./stacks";

/** What the controllers of a cluster made and what is still there. */
export interface Leftover {
  readonly madeBy: string;
  readonly arns: readonly string[];
  readonly goes: string;
}

/** Where and as whom an environment is in AWS, as its stacks say it to Terraform. */
interface Access {
  readonly region: string;
  readonly access_key?: string;
  readonly secret_key?: string;
  readonly assume_role?: readonly { readonly role_arn: string; readonly session_name?: string }[];
}

/** Asks AWS, and not the cluster: a cluster that is gone has left them behind. */
export async function leftovers(stack: Stack): Promise<Leftover[]> {
  const access = stack.json.provider!["aws"]![0] as unknown as Access;
  const client = new ResourceGroupsTaggingAPIClient({ region: access.region, credentials: credentials(access) });
  try {
    const tags = controllerTags(clusterName(stack));
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

/** A maker may tag in several ways, and one resource in all of them. */
function byMaker(tags: readonly ControllerTag[], found: readonly (readonly string[])[]): Leftover[] {
  const makers = new Map(tags.map(({ madeBy, goes }) => [madeBy, goes]));
  return [...makers].map(([madeBy, goes]) => ({ madeBy, arns: [...new Set(found.filter((_, index) => tags[index]!.madeBy === madeBy).flat())].sort(), goes }));
}

function credentials({ region, access_key: accessKeyId, secret_key: secretAccessKey, assume_role: roles }: Access) {
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
  const [role] = roles ?? [];
  if (role === undefined) return fromNodeProviderChain();
  return fromTemporaryCredentials({ params: { RoleArn: role.role_arn, RoleSessionName: role.session_name ?? "eks-platform" }, clientConfig: { region } });
}

/** The name as the program says it: outputs go with the cluster. */
function clusterName({ name, json }: Stack): string {
  const declared = json.variable?.["cluster"]?.default?.["name"];
  if (typeof declared !== "string") throw new Error(`bug: ${name} does not say its cluster's name`);
  return declared;
}
