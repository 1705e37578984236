import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleLines } from "../../cli/generate/module-lines";
import { projectRoot } from "../../cli/root";
import { modules } from "../../modules";
import { flavours } from "../../modules/targets";
import { planFiles } from "../harness";
import { offlineProvider } from "../offline";

const page = readFileSync(join(projectRoot, "docs", "modules.md"), "utf8");
const examples = [...page.matchAll(/^```hcl\n([^]*?)^```$/gm)].map(([, text]) => text!);
const generated = new ModuleLines(projectRoot).files(Object.keys(flavours)[0]!);

describe("docs/modules.md", () => {
  it("names every module", () => {
    expect(modules.map(({ name }) => name).filter((name) => !page.includes(`](modules/${name}.md)`))).toEqual([]);
  });

  it("calls modules as their READMEs do", () => {
    const calls = (text: string) => [...text.matchAll(/^  source  = "(.*)"\n  version = "(.*)"$/gm)].map(([, source, version]) => `${source} ${version}`);
    const known = generated.flatMap(({ files }) => calls(files["README.md"]!));
    const shown = examples.flatMap(calls);
    expect(shown.length).toBeGreaterThanOrEqual(5);
    expect(shown.filter((call) => !known.includes(call))).toEqual([]);
  });

  it("its examples plan, and make network, cluster, nodes, add-ons and a role", async () => {
    const local = (text: string) => text.replaceAll(/"app\.terraform\.io\/example\/([^/]+)\/\w+"\n  version = ".*"/g, '"../$1"');
    const files = generated.flatMap(({ name, files: texts }) => Object.entries(texts).map(([path, text]) => [`${name}/${path}`, text] as const));
    const calls = examples.map((text, index) => [`example-${index}/main.tf`, local(text)] as const);
    const module = Object.fromEntries(examples.map((_, index) => [`example_${index}`, { source: `./example-${index}` }]));
    const { actions, changes } = await planFiles({ ...Object.fromEntries([...files, ...calls]), "main.tf.json": { provider: { aws: offlineProvider }, module } });
    expect(new Set(Object.values(actions).flat())).toEqual(new Set(["create"]));
    const types = Object.values(changes).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(["aws_vpc", "aws_eks_cluster", "aws_eks_node_group", "aws_eks_addon", "aws_eks_pod_identity_association"]));
  });

  it("shows a message as Terraform prints it", () => {
    expect(generated.find(({ name }) => name === "network")!.files["variables.tf"]).toContain('zones: expected 2 to 8 elements, got ${try(length(var.zones), "another value")}; a cluster needs subnets in two zones [zones-count]');
  });
});
