import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HelmRelease } from "../../../modules/helm-release/helm-release";
import { apply, inFolder, output, outputList } from "../../harness";
import { synthStack } from "../../synth";
import { smallest } from "./smallest";

const stack = synthStack((root) => void new HelmRelease(root, "it", smallest));

describe("secrets", () => {
  it("are read while Terraform runs, one for each value, and stand in a write-only argument alone", () => {
    const reads = stack["ephemeral"].aws_secretsmanager_secret_version.it_this;
    expect(reads).toEqual({ for_each: "${var.it.secrets}", secret_id: "${each.value.secret_arn}", version_id: "${each.value.version_id}" });
    const { set_wo: written, ...others } = stack["resource"].helm_release.it_this;
    expect(written).toContain("ephemeral.aws_secretsmanager_secret_version.it_this[path].secret_string");
    expect(JSON.stringify([others, stack["resource"].terraform_data, stack["output"], stack["locals"]])).not.toContain("ephemeral.");
  });

  it("reach the chart as they are, whatever signs of Helm's lists they hold", async () => {
    const written = stack["resource"].helm_release.it_this.set_wo as string;
    const nasty = `a,b\\c{d}=e[0].f "g" 'h' $i\nj`;
    const escaped = written
      .slice(2, -1)
      .replaceAll("ephemeral.aws_secretsmanager_secret_version.it_this[path].secret_string", "local.given[path]")
      .replaceAll("var.it.secrets", "local.secrets");
    const given = { locals: { given: { plain: nasty, "of.json": JSON.stringify({ key: nasty }) }, secrets: { plain: { json_key: null }, "of.json": { json_key: "key" } } }, output: { it: { value: `\${${escaped}}` } } };
    await inFolder({ "main.tf.json": given }, async (folder) => {
      await apply({ terraformDir: folder });
      const printed = await outputList<{ name: string; type: string; value: string }>({ terraformDir: folder }, "it");
      expect(printed.map(({ name, type }) => [name, type])).toEqual([["of.json", "string"], ["plain", "string"]]);
      // Helm takes the sign behind a backslash as it is.
      expect(printed.map(({ value }) => value.replaceAll(/\\([^])/g, "$1"))).toEqual([nasty, nasty]);
      expect(printed[0]!.value).toBe(`a\\,b\\\\c\\{d\\}=e[0].f "g" 'h' $i\nj`);
    });
  });

  it("are delivered anew with each change of the release, because an upgrade alone would take them away", () => {
    const { triggers_replace: told, input, lifecycle } = stack["resource"].terraform_data.it_secrets;
    expect(lifecycle).toEqual({ ignore_changes: ["input"] });
    expect(input.time).toContain("plantimestamp()");
    const release = JSON.stringify(stack["resource"].helm_release.it_this);
    const read = [...new Set([...release.matchAll(/var\.it\.(\w+)/g)].map((match) => match[1]!))].filter((name) => !["name", "ready"].includes(name));
    expect(read.filter((name) => !told.hash.includes(`var.it.${name}`))).toEqual([]);
    expect(told.hash).toContain("var.it.secrets_revision");
  });
});

it("a change of a file of a chart's folder changes the release", async () => {
  const { description } = stack["locals"] as { description?: string };
  const text = (description ?? stack["locals"].it_description) as string;
  const configuration = { variable: { it: { type: "any", default: { chart: { folder: { path: "./shop" } } } } }, output: { it: { value: text } } };
  await inFolder({ "main.tf.json": configuration, "shop/Chart.yaml": "name: shop\n", "shop/templates/a.yaml": "a" }, async (folder) => {
    const described = async () => {
      await apply({ terraformDir: folder });
      return output<string>({ terraformDir: folder }, "it");
    };
    const before = await described();
    expect(before).toMatch(/^files [0-9a-f]{12}$/);
    expect(await described()).toBe(before);
    writeFileSync(join(folder, "shop/templates/a.yaml"), "b");
    const changed = await described();
    expect(changed).not.toBe(before);
    renameSync(join(folder, "shop/templates/a.yaml"), join(folder, "shop/templates/c.yaml"));
    expect(await described()).not.toBe(changed);
  });
});
