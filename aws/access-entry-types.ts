/**
 * Types of access entry.
 * Source: EKS API model (botocore 1.44.5), CreateAccessEntryRequest.type;
 * https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html, read 2026-11-21.
 */
export interface AccessEntryType {
  readonly type: string;
  /** Only STANDARD entries take groups and a user name; nodes get what they need from EKS. */
  readonly groups: boolean;
  readonly policies: boolean;
  /** The provider that takes it, where that is newer than the floor. No source tells closer than that 5.100 refuses it. */
  readonly since?: string;
}

const types = [
  { type: "STANDARD", groups: true, policies: true },
  { type: "EC2_LINUX", groups: false, policies: false },
  { type: "EC2_WINDOWS", groups: false, policies: false },
  { type: "EC2", groups: false, policies: true },
  { type: "FARGATE_LINUX", groups: false, policies: false },
  { type: "HYBRID_LINUX", groups: false, policies: false },
  { type: "HYPERPOD_LINUX", groups: false, policies: false, since: "6.25" },
] as const satisfies readonly AccessEntryType[];

export type AccessEntryTypeName = (typeof types)[number]["type"];

export const accessEntryTypes: readonly (AccessEntryType & { readonly type: AccessEntryTypeName })[] = types;

/** EKS refuses groups of an access entry that start so: they would grant what only Kubernetes and EKS themselves may have. */
export const reservedGroupPrefixes = ["system:", "eks:"] as const;

/** The same for an own user name. */
export const reservedUserNamePrefixes = ["system:", "eks:", "aws:", "amazon:", "iam:"] as const;
