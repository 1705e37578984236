/** A version of a module, as every store gets it. */
export interface PublishedModule {
  readonly name: string;
  /** The third part of a registry's address, and of `terraform-<provider>-<name>`. */
  readonly provider: string;
  readonly version: string;
  /** The version before it in the same line of provider versions. */
  readonly previous?: string;
  /** The line: oldest AWS provider that it runs on. */
  readonly aws: string;
  readonly files: Readonly<Record<string, string>>;
}

/** As registries and git hosts want a module's repository to be called. */
export function repositoryName({ provider, name }: Pick<PublishedModule, "provider" | "name">): string {
  return `terraform-${provider}-${name}`;
}

export function archiveName(module: PublishedModule): string {
  return `${repositoryName(module)}-${module.version}.tar.gz`;
}

/** The branch and the constraint of a line: `1.x`. */
export function lineOf(version: string): string {
  return `${version.split(".")[0]}.x`;
}

/**
 * Registries take one provider: that in which a module makes most of what it makes. A module that asks AWS for anything
 * is one of `aws`; what is inside a cluster only is one of `kubernetes`, and what is a Helm release alone one of `helm`.
 */
const mainFirst = ["aws", "kubernetes", "helm"];

export function mainProvider(files: Readonly<Record<string, string>>): string {
  const required = [...(files["versions.tf"] ?? "").matchAll(/^\s*source\s*=\s*"[^"/]+\/([a-z0-9-]+)"/gm)].map((match) => match[1]!);
  return mainFirst.find((name) => required.includes(name)) ?? required[0] ?? "null";
}
