import type { GivenInputs } from "../../../kernel";
import { CustomResources } from "../../../modules/custom-resources/custom-resources";
import { customResourcesInputs } from "../../../modules/custom-resources/inputs";
import { customResourcesModule } from "../../../modules/custom-resources/module";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";

type Given = GivenInputs<typeof customResourcesInputs>;

const object = (change: object = {}) => ({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, ...change });
const texts = (...manifests: unknown[]) => manifests.map((manifest) => (typeof manifest === "string" ? manifest : JSON.stringify(manifest)));
const release = (...manifests: unknown[]) => ({ releases: { a: { manifests: texts(...manifests) } } });
const named = (name: string) => ({ releases: { [name]: { manifests: texts(object()) } } });
const two = (first: object, second: object) => ({ releases: { a: { namespace: "x", manifests: texts(first) }, b: { namespace: "y", manifests: texts(second) } } });
const pool = (metadata: object) => object({ apiVersion: "karpenter.sh/v1", kind: "NodePool", metadata });

const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));
const noManifest = (text: string) => [release(text), `releases.a.manifests[0]: expected one object of Kubernetes as YAML or JSON, with apiVersion, kind and metadata.name, got ${shown(text)}   [manifest]`] as const;
const badName = (name: string, rule: string) => [named(name), `releases: expected a map in which each key is ${rule}`] as const;
const nameRule = "the name of a release: lower-case letters, digits, hyphens and dots, a letter or digit at both ends";
const twice = (given: { readonly releases: object }) => [given, `releases: expected each object once, got ${shown(given.releases)}; an object belongs to one release   [manifest-twice]`] as const;

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  ...["", "text", "- a", "[1]", "{", "a: b: c"].map(noManifest),
  ...[{ kind: undefined }, { apiVersion: "" }, { kind: "Config Map" }, { kind: 5 }, { metadata: undefined }, { metadata: { generateName: "a" } }, { metadata: { name: 7 } }].map((change) => noManifest(JSON.stringify(object(change)))),
  noManifest("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n"),
  [release(pool({ name: "a", namespace: "b" })), `releases.a.manifests[0]: expected a manifest without metadata.namespace, got ${shown(JSON.stringify(pool({ name: "a", namespace: "b" })))}; its kind stands in no namespace   [manifest-scope]`],
  [{ releases: { a: { manifests: [] } } }, "releases.a.manifests: expected at least one manifest, got []   [manifest-count]"],
  ...[named("A"), named("a_b"), named("-a"), named("a."), named("a..b")].map((change) => [change, `${badName(Object.keys(change.releases)[0]!, nameRule)[1]}, got ${shown(change.releases)}   [release-name]`] as const),
  [named("a".repeat(54)), `releases: expected a map in which each key is text of 1 to 53 characters, got ${shown(named("a".repeat(54)).releases)}; Helm takes no longer name for a release   [release-name-length]`],
  twice(release(object(), object({ data: { b: "c" } }))),
  twice(two(object({ metadata: { name: "a", namespace: "z" } }), object({ metadata: { name: "a", namespace: "z" } }))),
  twice(two(object({ apiVersion: "a.b/v1" }), object({ apiVersion: "a.b/v2", metadata: { name: "a", namespace: "x" } }))),
  [{ releases: { a: { namespace: "X", manifests: texts(object()) } } }, 'releases.a.namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got "X"   [release-namespace]'],
  ...[0, 61, 1.5].map(
    (minutes) => [{ releases: { a: { timeoutMinutes: minutes, manifests: texts(object()) } } }, `releases.a.timeoutMinutes: expected a whole number from 1 to 60, got ${minutes}; try ${Math.min(60, Math.max(1, Math.round(minutes)))}   [release-timeout]`] as const,
  ),
];

const taken = [
  {},
  release(object(), object({ metadata: { name: "b" } }), object({ kind: "Secret" }), object({ apiVersion: "a.b/v1" })),
  release("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a # {{ }}\ndata:\n  a: ${b} %{c}\n"),
  release(pool({ name: "a" }), pool({ name: "b", namespace: null })),
  two(object(), object()),
  named("a".repeat(53)),
  named("a-b.c"),
  named("1"),
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new CustomResources(stack, "it", change as Given)));
const ruleOf = (sentence: string) => /\[([a-z-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each(taken)("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(customResourcesInputs).sort());
});

describe("Terraform, in the published module,", () => {
  let sentences: string[];
  beforeAll(async () => {
    sentences = await variableRefusals({ definition: customResourcesModule, inputs: customResourcesInputs }, [...refused.map(([change]) => change), ...taken]);
  });

  it("refuses the same by the same rules, and takes the same", () => {
    expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
  });

  it("names what stands in two releases", () => {
    expect(sentences).toContain('releases: expected each object once, got ["v1/ConfigMap/z/a"]; an object belongs to one release [manifest-twice]');
  });
});
