import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { execa } from "execa";
import { bind, data, fromVariables, map, moduleCall, type ModuleDefinition, moduleFiles, nullable, number, object, outputs, resource, text, tf } from "../../kernel";
import { codeCell } from "../../kernel/published/terraform-docs-cell";
import { modules } from "../../modules";
import { flavours } from "../../modules/targets";
import { inFolder } from "../harness";
import { itUnless } from "../skip";
import { floor } from "../synth";

/** Everything that Markdown, HCL and JSON spell differently. */
const inputs = {
  words: text({ doc: "a_b | c_d, `x_y|z` and _emphasis_ here, _ alone, http://a.b/c_d_e?f=g_h, (https://x.io/a_b) __bold__ *star* <name> ${x}" }),
  lines: text({ doc: "One line\nand another_line \nthird  \n\n- list_a\n- list_b\n", default: "" }),
  startCode: object({ a: text({ default: 'x|y_z\n<&>"' }), b: number({ default: 1.5 }) }, { doc: "`code_a` first, then_b ``double_c`` x", default: { a: 'x|y_z\n<&>"`' } }),
  oddTick: map(text(), { doc: "Odd tick ` and_more | x", default: {} }),
  said: text({ default: "a|b`c_d" }),
  silent: nullable(map(object({ kind: text({ default: "a|b" }) }), {})),
  password: nullable(text({ doc: "Umlaut ü, [l_x](https://a.b/c_d) www.x_y.com \\ back_slash", ephemeral: true })),
};

const nasty: ModuleDefinition = {
  name: "nasty",
  doc: "Nasty.",
  inputs,
  example: 'words = "a"',
  build: (scope) => {
    const given = bind(scope, inputs, fromVariables);
    const region = data(DataAwsRegion, scope, "this", {});
    const read = Object.keys(inputs).filter((name) => name !== "password") as "said"[];
    const bucket = resource(S3Bucket, scope, "this", { bucket: tf<string>`jsonencode([${given.password} == null, ${region.id}, ${read.map((name) => given[name])}])` });
    resource(S3Bucket, scope, "a_second", { bucket: "b" });
    moduleCall(scope, "in_registry", { source: "hashicorp/consul/aws", version: "0.1.0", inputs: {} });
    moduleCall(scope, "beside", { source: "./modules/other", inputs: {} });
    outputs(scope, { bucket_arn: { doc: "ARN_of | the bucket.", value: bucket.arn } } as never);
  },
};

const readmeOf = (definition: ModuleDefinition) => moduleFiles(definition, floor)["README.md"]!;

// The text is what terraform-docs 0.24.0 wrote.
it("text, code and names are escaped as terraform-docs does it", () => {
  const [, tables] = readmeOf(nasty).split(/^## Modules\n/m);
  expect(tables).toBe(`
| Name | Source | Version |
| ---- | ------ | ------- |
| <a name="module_beside"></a> [beside](#module\\_beside) | ./modules/other | n/a |
| <a name="module_in_registry"></a> [in\\_registry](#module\\_in\\_registry) | hashicorp/consul/aws | 0.1.0 |

## Resources

| Name | Type |
| ---- | ---- |
| [aws_s3_bucket.a_second](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket) | resource |
| [aws_s3_bucket.this](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket) | resource |
| [aws_region.this](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/region) | data source |

## Inputs

| Name | Description | Type | Default | Required |
| ---- | ----------- | ---- | ------- | :------: |
| <a name="input_lines"></a> [lines](#input\\_lines) | One line<br/>and another\\_line <br/>third<br/><br/>- list\\_a<br/>- list\\_b | \`string\` | \`""\` | no |
| <a name="input_odd_tick"></a> [odd\\_tick](#input\\_odd\\_tick) | Odd tick \` and_more | x\` | \`map(string)\` | \`{}\` | no |
| <a name="input_password"></a> [password](#input\\_password) | Umlaut ü, [l\\_x](https://a.b/c_d) www.x\\_y.com \\ back\\_slash | \`string\` | \`null\` | no |
| <a name="input_said"></a> [said](#input\\_said) | n/a | \`string\` | \`"a|b\`c\\_d" | no |
| <a name="input_silent"></a> [silent](#input\\_silent) | n/a | \`map(object({ kind = optional(string, "a|b") }))\` | \`null\` | no |
| <a name="input_start_code"></a> [start\\_code](#input\\_start\\_code) | \`code_a\` first, then\\_b \`double_c\` x | \`object({ a = optional(string, "x|y_z\\n<&>\\""), b = optional(number, 1.5) })\` | <pre>{<br/>  "a": "x|y_z\\n<&>\\"\`"<br/>}</pre> | no |
| <a name="input_words"></a> [words](#input\\_words) | a\\_b \\| c\\_d, \`x_y|z\` and _emphasis\\_ here, \\_ alone, http://a.b/c_d_e?f=g_h, (https://x.io/a_b) \\_\\_bold__ *star* <name> \${x} | \`string\` | n/a | yes |

## Outputs

| Name | Description |
| ---- | ----------- |
| <a name="output_bucket_arn"></a> [bucket\\_arn](#output\\_bucket\\_arn) | ARN\\_of \\| the bucket. |
<!-- END_TF_DOCS -->
`);
});

it.each([
  ['object({\n    # a comment | pipe_d\n    kind = optional(string, "a|b")\n  })', '<pre>object({<br/>    # a comment | pipe_d<br/>    kind = optional(string, "a|b")<br/>  })</pre>'],
  ["map(string)", "`map(string)`"],
])("the type %j is shown as %s", (type, shown) => {
  expect(codeCell(type)).toBe(shown);
});

const missing = (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, "terraform-docs"))) ? undefined : "no terraform-docs on PATH";

for (const [line, target] of Object.entries(flavours)) {
  itUnless(missing, `a user's own terraform-docs changes no README of the line for AWS ${line}`, async () => {
    const written = Object.fromEntries([nasty, ...modules].map((definition) => [definition.name, moduleFiles(definition, target)]));
    const files = Object.entries(written).flatMap(([name, texts]) => Object.entries(texts).map(([path, text]) => [`${name}/${path}`, text] as const));
    await inFolder(Object.fromEntries(files), async (folder) => {
      for (const name of Object.keys(written)) await execa("terraform-docs", ["markdown", "table", "--output-file", "README.md", "--output-mode", "inject", name], { cwd: folder });
      expect(Object.keys(written).filter((name) => readFileSync(join(folder, name, "README.md"), "utf8") !== written[name]!["README.md"])).toEqual([]);
    });
  });
}
