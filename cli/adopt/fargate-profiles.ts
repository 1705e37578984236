import { commonInputs, lostTags, sharedTags, tagsInput, tagsOf, without } from "./tags";
import { type Fate, goes, keyed, moves, stays } from "./fate";
import type { Found } from "./state";

const podPolicy = "AmazonEKSFargatePodExecutionRolePolicy";
const policyName = (arn: string) => arn.split("/").at(-1)!;

/** The Fargate profiles of a call of terraform-aws-eks. The first profile's role becomes the one that all share. */
export function adoptFargateProfiles(call: string, all: readonly Found[]): { readonly fate: (resource: Found) => Fate | undefined; readonly profiles: Record<string, { readonly zones: string[] }>; readonly inputs: Record<string, unknown>; readonly notes: readonly string[] } {
  const mine = all.filter(({ module }) => module.startsWith(`${call}.module.fargate_profile[`));
  const made = mine.filter(({ type }) => type === "aws_eks_fargate_profile");
  const first = made.find(({ module }) => mine.some((item) => item.module === module && item.type === "aws_iam_role"))?.module;

  const fate = (resource: Found): Fate | undefined => {
    if (!mine.includes(resource)) return undefined;
    if (resource.type === "aws_eks_fargate_profile") return keyed("module.fargate_profiles.aws_eks_fargate_profile.this", resource.values["fargate_profile_name"]);
    if (resource.module !== first) return stays("another profile's role: named by role_arn until the profile is made anew")();
    if (resource.type === "aws_iam_role") return moves("module.fargate_profiles.aws_iam_role.this");
    if (resource.type !== "aws_iam_role_policy_attachment") return undefined;
    const policy = policyName(resource.values["policy_arn"]);
    if (policy === podPolicy) return moves("module.fargate_profiles.aws_iam_role_policy_attachment.this");
    return policy.startsWith("AmazonEKS_CNI_") ? goes("Fargate gives pods their addresses without it")() : stays("the policy stays on the role, and no state has it")();
  };

  const taken = mine.filter((resource) => fate(resource)?.kind === "moves");
  const shared = sharedTags(taken);
  const role = mine.find(({ module, type }) => module === first && type === "aws_iam_role")?.values;
  const profiles = Object.fromEntries(made.map((profile) => [profile.values["fargate_profile_name"], profileInput(profile, profile.module === first, without(tagsOf(profile), shared))]));
  const inputs = { ...(role !== undefined && { role_name: role["name"], role_path: role["path"] }), ...commonInputs(taken) };
  return { fate, profiles, inputs, notes: lostTags(taken.filter(({ type }) => type !== "aws_eks_fargate_profile")) };
}

function profileInput({ values }: Found, ownsRole: boolean, tags: Readonly<Record<string, string>>) {
  return {
    selectors: (values["selector"] as readonly Found["values"][]).map(({ namespace, labels }) => ({ namespace, ...(Object.keys(labels ?? {}).length > 0 && { labels }) })),
    zones: values["subnet_ids"] as string[],
    ...(!ownsRole && { role_arn: values["pod_execution_role_arn"] }),
    ...tagsInput(tags),
  };
}
