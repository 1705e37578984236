import { ModuleLines } from "../../cli/generate/module-lines";
import { projectRoot } from "../../cli/root";
import { aboutAt, moduleFiles } from "../../kernel";
import { modules } from "../../modules";
import { releases, releasesOf } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import { planFiles } from "../harness";
import { offlineProvider } from "../offline";
import { floor, synthModule } from "../synth";

const names = modules.map(({ name }) => name);
const onAwsAlone = modules.filter((definition) => Object.keys(synthModule(definition)["terraform"].required_providers as object).join() === "aws");

describe("a README's costs", () => {
  it("each module says what it makes and what it costs", () => {
    expect(modules.filter((definition) => (aboutAt(definition, floor)?.makes ?? []).length === 0).map(({ name }) => name)).toEqual([]);
  });

  it("the smallest examples make as many of what is paid by the hour or month as is said, and nothing else that is", async () => {
    // An example has a provider of its own, which would ask for credentials.
    const files = onAwsAlone.flatMap((definition) => Object.entries(moduleFiles(definition, floor)).filter(([path]) => !path.endsWith("/providers.tf")).map(([path, text]) => [`${definition.name}/${path}`, text] as const));
    const module = Object.fromEntries(onAwsAlone.map(({ name }) => [name, { source: `./${name}/examples/minimal` }]));
    const { changes } = await planFiles({ ...Object.fromEntries(files), "main.tf.json": { provider: { aws: offlineProvider }, module } });
    const planned = Object.values(changes).flatMap(({ address, type, after }) => paidFor(type, after!).map((part) => `${address.split(".")[1]}: ${part}`));
    const said = onAwsAlone.flatMap((definition) => aboutAt(definition, floor)!.costs.fixed.flatMap(({ part, inExample }) => Array.from({ length: inExample }, () => `${definition.name}: ${part.replace(/\\\*|†/g, "")}`)));
    expect(said.toSorted()).toEqual(planned.toSorted());
  });
});

/** The parts of a planned resource that have a fixed price. */
function paidFor(type: string, planned: Record<string, any>): string[] {
  switch (type) {
    case "aws_nat_gateway":
      return ["zonal NAT gateway"];
    case "aws_eip":
      return ["public IPv4 address of a zonal NAT gateway"];
    case "aws_vpc_endpoint":
      return planned["vpc_endpoint_type"] === "Gateway" ? [] : ["interface endpoint, in each of its zones"];
    case "aws_eks_cluster":
      return ["control plane in standard support"];
    case "aws_kms_key":
      return ["KMS key"];
    case "aws_eks_node_group":
      return Array.from({ length: planned["scaling_config"][0].desired_size as number }, () => [`${planned["instance_types"][0]}, on demand`, "root volume of 50 GiB, gp3"]).flat();
    default:
      return [];
  }
}

describe("modules/releases.ts", () => {
  it("names modules that there are, and every module is in the release that it came with", () => {
    const named = releases.flatMap(({ changes }) => Object.keys(changes));
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => !named.includes(name))).toEqual([]);
  });

  it("tells changes in sentences, and days that are days", () => {
    const changes = releases.flatMap((release) => Object.values(release.changes).flat());
    expect(changes.map(({ text }) => text).filter((text) => !/^[A-Z`].*\.$/.test(text))).toEqual([]);
    expect(releases.flatMap(({ date }) => (date === undefined || new Date(date).toISOString().startsWith(date) ? [] : [date]))).toEqual([]);
  });

  it.each(Object.keys(flavours).map((line, index) => [line, String(index + 1)] as const))("what is written for AWS %s is of major %s", (line, major) => {
    const { files } = new ModuleLines(projectRoot).files(line).find(({ name }) => name === "network")!;
    expect(files["README.md"]).toContain(`\n  version = "~> ${major}.`);
    expect(files["CHANGELOG.md"]).toContain(`\n## ${releasesOf("network", line)[0]!.version} - `);
  });

  it("a module's releases begin with the first that names it", () => {
    const release = (minor: number, module: string) => ({ versions: { a: `1.${minor}.0`, b: `2.${minor}.0` }, date: "2026-01-01", changes: { [module]: [{ text: "It.", plan: "none" as const }] } });
    const all = [release(2, "network"), release(1, "other"), release(0, "network")];
    expect(releasesOf("other", "b", all)).toEqual([
      { version: "2.2.0", date: "2026-01-01", changes: [] },
      { version: "2.1.0", date: "2026-01-01", changes: [{ text: "It.", plan: "none" }] },
    ]);
    expect(releasesOf("new", "a", all).map(({ version }) => version)).toEqual(["1.2.0"]);
  });
});
