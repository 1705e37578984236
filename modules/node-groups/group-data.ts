/** As much of a group, as plain data, as the rules between its inputs read. */
export interface GroupData {
  readonly capacity?: string;
  readonly instanceTypes?: readonly string[] | null;
  readonly amiType?: string | null;
  /** What an environment may say in place of the AMI type, such as `windows-core-2022`. */
  readonly imageFamily?: string | null;
  readonly image?: { readonly family: string } | null;
  readonly autoscaler?: object | null;
  readonly zones?: readonly string[] | null;
  readonly perZone?: object | null;
  readonly disk?: { readonly gib: number };
  readonly repair?: object | null;
  readonly maxPods?: number | null;
  readonly scriptBefore?: string | null;
  readonly scriptAfter?: string | null;
  readonly nodeConfig?: object | null;
  readonly bottlerocketSettings?: string | null;
}
export type GroupsData = Readonly<Record<string, GroupData>>;

/** The keys of a group as it is made: its name, or one for each zone. */
export function groupKeys(name: string, { perZone, zones: own }: GroupData, zones: readonly string[]): string[] {
  return perZone == null ? [name] : (own ?? zones).map((zone) => `${name}-${zone}`);
}

/** The family of a group's image. A group that says nothing of it, in an environment, takes Amazon Linux. */
export function familyOf({ amiType, imageFamily, image }: GroupData): string {
  return image?.family ?? amiType?.split("_")[0] ?? imageFamily?.split("-")[0]!.toUpperCase() ?? "AL2023";
}
