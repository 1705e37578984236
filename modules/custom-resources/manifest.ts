import { parse } from "yaml";

/** What names an object of Kubernetes. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string | null };
}

/** The manifest that a YAML or JSON text holds, or undefined where it holds none. */
export function manifestOf(text: string): Manifest | undefined {
  try {
    const value: unknown = parse(text);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Does the value say which object it is? */
export function isManifest(value: unknown): value is Manifest {
  const { apiVersion, kind, metadata } = (value ?? {}) as Record<string, unknown>;
  const { name } = (metadata ?? {}) as Record<string, unknown>;
  return [apiVersion, kind, name].every((word) => typeof word === "string" && /^\S+$/.test(word));
}

/** Two manifests of one identity are one object to the API, whatever their versions say. */
export function identityOf({ apiVersion, kind, metadata }: Manifest, namespace: string): string {
  return [apiVersion.split("/")[0], kind, metadata.namespace ?? namespace, metadata.name].join("/");
}

/** `group/kind`. */
export function groupKind({ apiVersion, kind }: Manifest): string {
  return `${apiVersion.split("/")[0]!}/${kind}`;
}
