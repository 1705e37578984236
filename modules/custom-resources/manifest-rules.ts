import type { Rule } from "../../kernel";
import { literal } from "../../kernel/quote";
import { clusterScoped } from "./cluster-scoped";
import { groupKind, identityOf, manifestOf } from "./manifest";

/** Text that says which object of Kubernetes it is. */
export const isManifestText: Rule<string> = {
  id: "manifest",
  expected: "one object of Kubernetes as YAML or JSON, with apiVersion, kind and metadata.name",
  holds: (text) => manifestOf(text) !== undefined,
  // As JSON, because a number is no text and would be taken for one.
  condition: (ref) => `try(alltrue([for word in [yamldecode(${ref}).apiVersion, yamldecode(${ref}).kind, yamldecode(${ref}).metadata.name] : can(regex("^\\"[^\\"\\\\s]+\\"$", jsonencode(word)))]), false)`,
};

/** A cluster-wide object that names a namespace was meant to be something else. */
export const fitsScope: Rule<string> = {
  id: "manifest-scope",
  expected: "a manifest without metadata.namespace",
  why: "its kind stands in no namespace",
  holds: (text) => {
    const manifest = manifestOf(text);
    return manifest?.metadata.namespace == null || !clusterScoped.includes(groupKind(manifest));
  },
  condition: (ref) => `try(yamldecode(${ref}).metadata.namespace == null || !contains(${literal(clusterScoped)}, "\${split("/", yamldecode(${ref}).apiVersion)[0]}/\${yamldecode(${ref}).kind}"), true)`,
};

interface Release {
  readonly namespace: string;
  readonly manifests: readonly string[];
}

/** No object stands in two places: one release would take it from the other. */
export const distinctObjects: Rule<object> = {
  id: "manifest-twice",
  expected: "each object once",
  why: "an object belongs to one release",
  holds: (releases) => {
    const all = Object.values(releases as Readonly<Record<string, Release>>).flatMap(({ namespace, manifests }) => manifests.map((text) => [manifestOf(text), namespace] as const));
    const known = all.flatMap(([manifest, namespace]) => (manifest === undefined ? [] : [identityOf(manifest, namespace)]));
    return new Set(known).size === known.length;
  },
  condition: (ref) => `length(distinct(${identities(ref)})) == length(${identities(ref)})`,
  shown: (ref) => `jsonencode([for at, identity in ${identities(ref)} : identity if index(${identities(ref)}, identity) != at])`,
};

/** Group, kind, namespace and name of everything that can be read; what cannot is told by its own rule. */
function identities(ref: string): string {
  const words = `split("/", yamldecode(manifest).apiVersion)[0], yamldecode(manifest).kind, try(coalesce(yamldecode(manifest).metadata.namespace), release.namespace), yamldecode(manifest).metadata.name`;
  return `flatten([for release in ${ref} : [for manifest in release.manifests : try([join("/", [${words}])], [])]])`;
}
