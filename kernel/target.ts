/** Where Terraform gets a provider, as `required_providers` says it. */
export interface ProviderSource {
  readonly source: string;
  /** Version constraint that the build writes. */
  readonly constraint: string;
  /** How the examples of modules configure it, as HCL. */
  readonly example?: string;
}

/** The provider version that a build is for: the oldest one its users may run. */
export interface Target extends ProviderSource {
  /** Local name of the provider, as in `required_providers`. */
  readonly provider: string;
  /** Oldest version, `major.minor.patch`. What came later is absent from the build. */
  readonly floor: string;
  /** Further providers, by local name. A build requires those whose resources it holds. */
  readonly others?: Readonly<Record<string, ProviderSource>>;
}

/** What the target knows of a provider. */
export function providerSource(target: Target, name: string): ProviderSource {
  const found = name === target.provider ? target : target.others?.[name];
  if (found === undefined) throw new Error(`bug: the target knows no provider ${name}`);
  return found;
}

/** Something that the target's provider does not have yet. */
export interface Absence {
  /** Version it came with. */
  readonly since: string;
}

/** Is what came with version `since` there in a build for `target`? */
export function has(target: Target, since: string | undefined): boolean {
  return since === undefined || compareVersions(target.floor, since) >= 0;
}

/** The absence of what came with version `since`, or nothing when the target has it. */
export function absenceAt(target: Target | undefined, since: string | undefined): Absence | undefined {
  return since !== undefined && target !== undefined && !has(target, since) ? { since } : undefined;
}

/** Negative, zero or positive, as `a` is older than, equal to or newer than `b`. Missing parts count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number)) as [number[], number[]];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
