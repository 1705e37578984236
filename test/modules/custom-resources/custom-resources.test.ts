import { Construct, moduleFiles, PlatformStack, tf } from "../../../kernel";
import { customResources } from "../../../modules/custom-resource-chart";
import { CustomResources } from "../../../modules/custom-resources/custom-resources";
import { customResourcesModule } from "../../../modules/custom-resources/module";
import { lower } from "../../../kernel/lower";
import { floor, synthStack } from "../../synth";

const manifest = (name: string) => JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name } });
const stackWith = (resources: Readonly<Record<string, { readonly manifests: readonly string[] }>>) =>
  synthStack((stack) => void new CustomResources(stack, "it", { releases: resources, ready: tf`[${"waits"}, "for", "this"]` }));

it("a key more leaves what is written of the others as it is", () => {
  const one = stackWith({ a: { manifests: [manifest("a")] } });
  const two = stackWith({ a: { manifests: [manifest("a")] }, b: { manifests: [manifest("b")] } });
  expect(two["resource"]).toEqual(one["resource"]);
  expect(two["variable"].it.default.releases.a).toEqual(one["variable"].it.default.releases.a);
});

it("what users write is no template, to Terraform as to Helm", () => {
  const text = JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { a: "${b} %{c} {{ .Values }}" } });
  // The default of a variable is data to Terraform, and the values of a chart are data to Helm.
  expect(stackWith({ a: { manifests: [text] } })["variable"].it.default.releases.a.manifests).toEqual([text]);
  const files = moduleFiles(customResourcesModule, floor);
  expect(files["charts/custom-resources/templates/manifests.yaml"]).not.toMatch(/\btpl\b/);
});

it("another module ships the same chart with manifests of its own", () => {
  let files: PlatformStack["files"] = {};
  const release: ReturnType<typeof customResources>[] = [];
  synthStack((stack) => {
    new CustomResources(stack, "it", { releases: {} });
    release.push(customResources(new Construct(stack, "other"), [{ kind: "A", name: tf`var.name` }]));
    files = stack.files;
  });
  expect(release.map(lower)).toEqual([{ chart: "${path.module}/charts/custom-resources", values: '${[yamlencode({ manifests = [{ kind = "A", name = var.name }] })]}' }]);
  expect(Object.keys(files)).toEqual(["charts/custom-resources/Chart.yaml", "charts/custom-resources/values.yaml", "charts/custom-resources/templates/manifests.yaml"]);
});
