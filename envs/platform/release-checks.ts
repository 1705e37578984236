import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { nearest } from "../../kernel/nearest";
import type { ReadableEnvironment } from "../readable";
import { charts } from "../../charts";
import { chartFiles } from "./chart-folder";
import { chartValueProblems, dataProblems } from "./chart-values";
import { circle } from "./release-order";

type Platform = NonNullable<ReadableEnvironment["platform"]>;
type Releases = NonNullable<Platform["releases"]>;

/** Namespaces that every cluster has. */
const always = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** What is wrong between releases, and with charts of the project. `at` is where the platform stands. */
export function releaseProblems(at: string, platform: Platform): Problem[] {
  const { releases = {}, customResources = {} } = platform;
  const each = Object.entries(releases).flatMap(([name, release]) => {
    const path = join(`${at}.releases`, name);
    return [...orderProblems(path, release.after, releases), ...folderProblems(path, release), ...valueProblems(`${path}.values`, release), ...(release.createNamespace ? [] : namespaceProblems(path, release.namespace, platform))];
  });
  const inNamespace = Object.entries(customResources).flatMap(([name, { namespace }]) => namespaceProblems(join(`${at}.customResources`, name), namespace, platform));
  const twice = Object.keys(customResources)
    .filter((name) => releases[name]?.namespace === customResources[name]!.namespace)
    .map((name): Problem => ({ path: join(`${at}.customResources`, name), expected: "a name that no other release of the namespace has", got: name, why: `${at.split(" ").at(-1)!}.releases has it`, rule: "release-twice" }));
  return [...each, ...circleProblems(at, releases), ...inNamespace, ...twice];
}

function orderProblems(path: string, after: readonly string[], releases: Releases): Problem[] {
  const known = Object.keys(releases);
  return after.flatMap((name, index) => (known.includes(name) ? [] : [{ path: `${path}.after[${index}]`, expected: `one of the releases ${known.join(", ")}`, got: name, suggestion: nearest(name, known), rule: "release-after" }]));
}

function circleProblems(at: string, releases: Releases): Problem[] {
  const found = circle(releases);
  return found === undefined ? [] : [{ path: join(`${at}.releases`, found[0]!), expected: "an order with a beginning", got: found.join(" after "), rule: "release-circle" }];
}

function folderProblems(path: string, { chart: { folder } }: Releases[string]): Problem[] {
  if (folder === null || "Chart.yaml" in chartFiles(folder.path)) return [];
  return [{ path: `${path}.chart.folder.path`, expected: "a folder with a Chart.yaml", got: folder.path, why: "it is read from the project's root", rule: "release-folder-chart" }];
}

/** Of a chart that is on record more is known than that its values are data. */
function valueProblems(path: string, { chart: { published }, values }: Releases[string]): Problem[] {
  const known = charts.find(({ name }) => name === published?.name);
  return known === undefined ? dataProblems(path, values) : chartValueProblems(path, known, published!.version, values);
}

/** Helm would fail in the middle of an apply. */
export function namespaceProblems(path: string, namespace: string, platform: Platform): Problem[] {
  const known = [...Object.keys(platform.namespaces ?? {}), ...Object.values(platform.releases ?? {}).flatMap((release) => (release.createNamespace ? [release.namespace] : [])), ...always];
  if (known.includes(namespace)) return [];
  return [{ path: `${path}.namespace`, expected: `a namespace that is there (${known.join(", ")})`, got: namespace, why: "platform.namespaces declares one, createNamespace lets Helm make it", suggestion: nearest(namespace, known), rule: "release-namespace-unknown" }];
}
