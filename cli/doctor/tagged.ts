import { IAMClient, ListRoleTagsCommand, paginateListRoles } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { paginateGetResources, ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import type { AwsAccess } from "../aws-access";

type Tags = Readonly<Record<string, string>>;

export interface Tagged {
  readonly arn: string;
  readonly tags: Tags;
}

/** What is in AWS with these tags. Its list is some minutes behind; of keys, those that only wait for their end are left out. */
export async function tagged(access: AwsAccess, tags: Tags): Promise<Tagged[]> {
  const client = new ResourceGroupsTaggingAPIClient(access);
  const keys = new KMSClient(access);
  try {
    const filters = Object.entries(tags).map(([Key, value]) => ({ Key, Values: [value] }));
    const found: Tagged[] = [];
    for await (const { ResourceTagMappingList: list = [] } of paginateGetResources({ client }, { TagFilters: filters })) {
      for (const { ResourceARN: arn, Tags: own = [] } of list) found.push({ arn: arn!, tags: Object.fromEntries(own.map(({ Key, Value }) => [Key!, Value!])) });
    }
    const alive = await Promise.all(found.map(async ({ arn }) => !/:kms:.*:key\//.test(arn) || (await isKept(keys, arn))));
    return found.filter((_, index) => alive[index]);
  } finally {
    client.destroy();
    keys.destroy();
  }
}

/** Roles, which the list above has not. Only those of these names are asked for their tags: an account may have thousands. */
export async function taggedRoles(access: AwsAccess, tags: Tags, named: (name: string) => boolean): Promise<Tagged[]> {
  const client = new IAMClient(access);
  try {
    const roles: { readonly arn: string; readonly name: string }[] = [];
    for await (const { Roles: list = [] } of paginateListRoles({ client }, {})) {
      for (const { Arn: arn, RoleName: name } of list) if (named(name!)) roles.push({ arn: arn!, name: name! });
    }
    const found = await Promise.all(
      roles.map(async ({ arn, name }) => {
        const { Tags: own = [] } = await client.send(new ListRoleTagsCommand({ RoleName: name }));
        return { arn, tags: Object.fromEntries(own.map(({ Key, Value }) => [Key!, Value!])) };
      }),
    );
    return found.filter((role) => Object.entries(tags).every(([key, value]) => role.tags[key] === value));
  } finally {
    client.destroy();
  }
}

async function isKept(keys: KMSClient, arn: string): Promise<boolean> {
  const { KeyMetadata: key } = await keys.send(new DescribeKeyCommand({ KeyId: arn }));
  return key?.KeyState !== "PendingDeletion";
}
