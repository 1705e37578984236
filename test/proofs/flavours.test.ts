import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { moduleFiles } from "../../kernel";
import { blocksOf } from "../../kernel/hcl/files";
import type { BlockTree } from "../../kernel/hcl/body";
import { modules } from "../../modules";
import { inFolder, init, runTerraform } from "../harness";
import { platformProvidersMissing } from "../harness/stand-in";
import { describeUnless } from "../skip";
import { type ProviderName, type ProviderSchema, providerSchema, schemaFiles } from "../stand-in/schema";
import { floor, type Json, newest, synthModule } from "../synth";
import { shapesOfBindings } from "./binding-shape";
import { strangersIn } from "./emitted";
import { outputsFor } from "./outputs";
import { type Shape, type Shapes, shapesOfSchemas } from "./provider-shape";
import { readsIn } from "./reads";

let floorShapes: Shapes;

beforeAll(async () => {
  const root = { terraform: { required_providers: { aws: { source: floor.source, version: floor.floor } } } };
  await inFolder({ "main.tf.json": root }, async (folder) => {
    await init({ terraformDir: folder });
    const { provider_schemas: schemas } = JSON.parse((await runTerraform({ terraformDir: folder }, ["providers", "schema", "-json"], { secret: true })).stdout) as { provider_schemas: Record<string, ProviderSchema> };
    const [aws] = Object.values(schemas).filter((schema) => "aws_vpc" in schema.resource_schemas);
    const platform: Readonly<Record<string, ProviderSchema>> = platformProvidersMissing === undefined ? { helm: providerSchema("helm"), kubernetes: providerSchema("kubernetes") } : {};
    const known = shapesOfSchemas({ aws: aws!, ...platform });
    floorShapes = (type) => known(type) ?? (/^(data\.|provider\.)?aws/.test(type) ? undefined : shapesOfBindings(type));
  });
});

/** 5.100 by the provider's own schema, 6.25 by the declarations that were generated from it. */
const targets = [
  { version: "5.100", target: floor, shapes: (type: string) => floorShapes(type) },
  { version: "6.25", target: newest, shapes: shapesOfBindings },
];

describe.each(targets)("built for AWS provider $version", ({ target, shapes }) => {
  it.each(outputsFor(target))("$name writes and reads only what the provider has, and all that it requires", ({ stack }) => {
    const json = stack.toJson() as Json;
    expect(strangersIn(json, shapes)).toEqual([]);
    // What calls other modules may make nothing itself.
    expect(readsIn(json).length + Object.keys((json["module"] ?? {}) as Json).length).toBeGreaterThan(0);
  });
});

describe("the two sources of what a provider has", () => {
  it("agree on what the floor requires of the types that are used, but for what became optional", () => {
    const types = [...new Set(outputsFor(floor).flatMap(({ stack }) => Object.keys((stack.toJson() as Json)["resource"] ?? {})))].filter((type) => type.startsWith("aws_"));
    const requiredOf = (shapes: Shapes, type: string) => [...shapes(type)!.written].filter(([, { required }]) => required).map(([name]) => `${type}.${name}`);
    const fewer = types.flatMap((type) => requiredOf(floorShapes, type).filter((name) => !requiredOf(shapesOfBindings, type).includes(name)));
    expect(types.length).toBeGreaterThan(20);
    expect(fewer).toEqual(["aws_nat_gateway.subnet_id"]);
  });
});

describeUnless(platformProvidersMissing, "the bindings of what runs inside a cluster", () => {
  it.each(Object.keys(schemaFiles) as ProviderName[])("say of the types of %s what its schema says", (name) => {
    const schemas = providerSchema(name);
    const shapes = shapesOfSchemas({ [name]: schemas });
    const types = Object.keys(schemas.resource_schemas).filter((type) => type !== "kubernetes_manifest");
    expect(types.flatMap((type) => differences(shapes(type)!, shapesOfBindings(type)!, type))).toEqual([]);
  });
});

describe("the comparison finds", () => {
  const cluster = () => structuredClone(synthModule(modules.find(({ name }) => name === "cluster")!)) as Json;
  const own = (json: Json): Json => json["resource"]["aws_eks_cluster"]["this"];
  const faults: readonly (readonly [string, (json: Json) => void, string])[] = [
    ["an argument that is newer than the floor", (json) => (own(json)["deletion_protection"] = true), "aws_eks_cluster.this: writes deletion_protection"],
    ["a newer argument inside a block", (json) => (own(json)["vpc_config"]["newer"] = 1), "aws_eks_cluster.this.vpc_config: writes newer"],
    ["a required argument that is not there", (json) => delete own(json)["role_arn"], "aws_eks_cluster.this: lacks role_arn"],
    ["a required argument of a block that is not there", (json) => delete own(json)["encryption_config"]["resources"], "aws_eks_cluster.this.encryption_config: lacks resources"],
    ["an attribute that is not there", (json) => (json["output"]["x"] = { value: "${aws_eks_cluster.this.nothing}" }), "aws_eks_cluster: reads nothing"],
    ["an attribute inside a block that is not there", (json) => (json["output"]["x"] = { value: "${aws_eks_cluster.this.identity[0].oidc[0].nothing}" }), "aws_eks_cluster: reads identity.oidc.nothing"],
    ["an attribute that a loop reads", (json) => (json["output"]["x"] = { value: "${[for name, entry in aws_eks_access_entry.this : entry.nothing]}" }), "aws_eks_access_entry: reads nothing"],
    ["a resource type that is not there", (json) => (json["resource"]["aws_nothing"] = { this: {} }), "aws_nothing.this: unknown type"],
  ];

  it.each(faults)("%s", (_, plant, line) => {
    const json = cluster();
    plant(json);
    expect(strangersIn(json, floorShapes)).toContain(line);
  });
});

describe("published HCL", () => {
  it.each(outputsFor(floor))("of $name has blocks where the provider's schema has blocks, and attributes elsewhere", ({ stack }) => {
    const found = stack.elements().filter((element) => !(element instanceof AwsProvider)).flatMap((element) => {
      const { resource = {}, data = {} } = element.toTerraform() as Json;
      const types = [...Object.entries(resource), ...Object.entries(data).map(([type, named]) => [`data.${type}`, named] as const)] as [string, Json][];
      return types.filter(([type]) => !/^(data\.)?terraform_/.test(type)).flatMap(([type, named]) => Object.values(named).flatMap((body) => misplaced(body as Json, blocksOf(element), floorShapes(type)!, type)));
    });
    expect(found).toEqual([]);
  });

  it("has regional NAT and deletion protection of clusters for 6.25 and not for 5.100", () => {
    const text = (target: typeof floor) => modules.filter(({ name }) => ["network", "cluster"].includes(name)).flatMap((definition) => Object.values(moduleFiles(definition, target))).join("\n");
    const newer = ['"regional"', "availability_mode", "deletion_protection"];
    expect(newer.map((word) => [word, text(floor).includes(word), text(newest).includes(word)])).toEqual(newer.map((word) => [word, false, true]));
  });
});

/** Arguments that one side lacks or requires alone. */
function differences({ written: left }: Shape, { written: right }: Shape, path: string): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((name) => {
    const [a, b] = [left.get(name), right.get(name)];
    if (a === undefined || b === undefined) return [`${path}.${name}: in the ${a === undefined ? "bindings" : "schema"} only`];
    if (a.required !== b.required) return [`${path}.${name}: required by the ${a.required ? "schema" : "bindings"} only`];
    return a.inner === undefined || b.inner === undefined ? [] : differences(a.inner, b.inner, `${path}.${name}`);
  });
}

/** Keys that the bindings call a block and the schema an attribute, or the other way round. */
function misplaced(body: Json, tree: BlockTree, { written }: Shape, path: string): string[] {
  const { dynamic, ...plain } = body;
  const repeated = Object.entries((dynamic ?? {}) as Record<string, Json>).map(([name, { content }]) => [name, content as unknown] as const);
  return [...Object.entries(plain), ...repeated].flatMap(([name, value]) => {
    const found = written.get(name);
    if (found?.isBlock === undefined || typeof value !== "object" || value === null) return [];
    if (found.isBlock !== name in tree) return [`${path}.${name}: a block for ${found.isBlock === true ? "the provider" : "the bindings"} only`];
    if (found.isBlock !== true) return [];
    return (Array.isArray(value) ? value : [value]).flatMap((item) => misplaced(item as Json, tree[name]!, found.inner!, `${path}.${name}`));
  });
}
