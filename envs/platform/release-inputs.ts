import { keys, list, map, matches, nullable, object, plain, text } from "../../kernel";
import { customResourceOptions, manifestCount } from "../../modules/custom-resources/inputs";
import { chartMeta, namespace, published, releaseOptions } from "../../modules/helm-release/inputs";
import { releaseNameRules } from "../../modules/helm-release";
import { identityInputs } from "../../modules/workload-identity/inputs";
import type { ChartValues } from "./chart-values";

const { method: _method, namespace: _namespace, ...role } = identityInputs;

const identity = object(
  {
    ...role,
    annotationsAt: text({
      default: "serviceAccount.annotations",
      doc: "Path of the service account's annotations in the chart's values: what IRSA needs is laid there.",
      rules: [matches("release-annotations-path", /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/, "the path of a value, such as serviceAccount.annotations")],
    }),
  },
  { doc: "A role for a service account of the chart, in the release's namespace. The chart makes the account." },
);

const folder = object(
  { path: text({ doc: "Its path from the project's root, such as `charts/shop`. Its files are written beside the stack.", rules: [matches("release-folder", /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/, "a folder of the project, such as charts/shop")] }) },
  { doc: "A chart of your own in this project." },
);

const release = object({
  chart: object({ published, folder: nullable(folder) }, chartMeta),
  namespace,
  values: plain<ChartValues>({ default: {}, doc: "Values of the chart, as data. No secrets here." }),
  identity: nullable(identity),
  after: list(text(), { default: [], doc: "Releases of this environment that must be there first, by name." }),
  ...releaseOptions,
});

/** Helm releases by name. */
export const releasesInput = map(release, { default: {}, doc: "Helm releases of any chart, by name. Each comes after the platform's own parts.", rules: releaseNameRules.map(keys) });

/** Custom resources by the name of the release that holds them. */
export const customResourcesInput = map(
  object({
    ...customResourceOptions,
    manifests: list(plain<Readonly<Record<string, unknown>>>(), { doc: "Objects as data.", rules: [manifestCount] }),
  }),
  { default: {}, doc: "Objects of kinds that Kubernetes itself does not have, by the name of the release that holds them. They come after all releases.", rules: releaseNameRules.map(keys) },
);
