import { count, keys, list, map, object, text } from "../../kernel";
import { releaseInputs, releaseNameRules } from "../helm-release";
import { distinctObjects, fitsScope, isManifestText } from "./manifest-rules";

const { namespace, timeoutMinutes, ready } = releaseInputs;

/** What a release of custom resources says beside its manifests. */
export const customResourceOptions = {
  namespace: namespace("kube-system"),
  timeoutMinutes,
};

export const manifestCount = count("manifest-count", 1, Infinity, { expected: "at least one manifest" });

export const customResourcesInputs = {
  releases: map(
    object({
      ...customResourceOptions,
      manifests: list(text({ rules: [isManifestText, fitsScope] }), {
        doc: "Objects, each a YAML or JSON text. They are data: nothing in them is a template.",
        rules: [manifestCount],
      }),
    }),
    {
      default: {},
      doc: "Custom resources by the name of the release that holds them. Each changes alone.",
      rules: [...releaseNameRules.map(keys), distinctObjects],
    },
  ),
  ready,
};
