import { type Construct, type Expr, PlatformStack, template, tf, yaml } from "../kernel";

const folder = "charts/custom-resources";

/** A new version for each change: by it a plan tells that the chart is another. */
const chart = `apiVersion: v2
name: custom-resources
description: Prints the manifests that its values hold.
type: application
version: 1.0.0
`;

/** Values are data to Helm: what looks like a template inside them stays text. */
const manifests = `{{- range $index, $manifest := .Values.manifests }}
{{- $place := printf "manifests[%d]" $index }}
{{- if not (kindIs "map" $manifest) }}
{{- fail (printf "%s: expected an object, got a %s" $place (kindOf $manifest)) }}
{{- end }}
{{- range list "apiVersion" "kind" "metadata" }}
{{- $_ := required (printf "%s: expected %s, got nothing" $place .) (get $manifest .) }}
{{- end }}
{{- $_ := required (printf "%s: expected metadata.name, got nothing" $place) $manifest.metadata.name }}
---
{{ toYaml $manifest }}
{{- end }}
`;

/**
 * Chart and values of a release that makes custom resources. The Kubernetes provider would ask the API for their types
 * while it plans, and the cluster may not be there yet.
 */
export function customResources(scope: Construct, manifestObjects: Expr<readonly unknown[]> | readonly object[]): { readonly chart: Expr<string>; readonly values: Expr<readonly string[]> } {
  const stack = PlatformStack.of(scope);
  stack.ship(`${folder}/Chart.yaml`, chart);
  stack.ship(`${folder}/values.yaml`, "manifests: []\n");
  stack.ship(`${folder}/templates/manifests.yaml`, manifests);
  return { chart: template`${tf`path.module`}/${folder}`, values: tf`[${yaml({ manifests: manifestObjects })}]` };
}
