import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { identityOf, isManifest } from "../../modules/custom-resources/manifest";
import { fitsScope, isManifestText } from "../../modules/custom-resources/manifest-rules";
import type { ReadableEnvironment } from "../readable";

/** What is wrong with the objects themselves, said at the one that is wrong. */
export function customResourceProblems(path: string, resources: NonNullable<ReadableEnvironment["platform"]>["customResources"] = {}): Problem[] {
  const first = new Map<string, string>();
  return Object.entries(resources).flatMap(([name, { namespace, manifests }]) =>
    manifests.flatMap((manifest, index): Problem[] => {
      const at = `${join(path, name)}.manifests[${index}]`;
      const text = JSON.stringify(manifest);
      const broken = [isManifestText, fitsScope].find((rule) => !rule.holds(text));
      if (broken !== undefined) return [{ path: at, expected: broken.expected, got: manifest, ...(broken.why !== undefined && { why: broken.why }), rule: broken.id }];
      if (!isManifest(manifest)) throw new Error("bug: a manifest without a name was not told");
      const identity = identityOf(manifest, namespace);
      const other = first.get(identity);
      first.set(identity, other ?? at);
      return other === undefined ? [] : [{ path: at, expected: "each object once", got: identity, why: `${other.split(" ").at(-1)!} has it`, rule: "manifest-twice" }];
    }),
  );
}
