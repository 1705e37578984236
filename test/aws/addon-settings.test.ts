import { readFileSync } from "node:fs";
import { coredns } from "../../aws/addon-settings/coredns";
import { kubeProxy } from "../../aws/addon-settings/kube-proxy";
import type { Setting, Settings } from "../../aws/addon-settings/setting";
import { vpcCniStored } from "../../aws/addon-settings/vpc-cni";
import { domainFacts, domainFactsMissing } from "../domain-facts";
import { itUnless } from "../skip";

type Schema = Readonly<Record<string, any>>;

const stored: readonly (readonly [string, Settings])[] = [
  ["vpc-cni_v1.15.1-eksbuild.1", vpcCniStored],
  ["coredns_v1.10.1-eksbuild.11", coredns],
  ["kube-proxy_v1.28.8-eksbuild.5", kubeProxy],
];

describe("the settings of add-ons are those of the schema that EKS gives", () => {
  for (const [name, fields] of stored) {
    const file = `domain/data/addon_schema_${name}.json`;
    itUnless(domainFactsMissing(file), name, () => {
      const schema = JSON.parse(readFileSync(domainFacts(file)!, "utf8")) as Schema;
      expect(schemaOf({ kind: "object", fields })).toEqual(compared(schema, schema));
    });
  }
});

/** A table as the JSON schema that it stands for. */
function schemaOf(setting: Setting): Schema {
  switch (setting.kind) {
    case "text":
      return { type: "string", ...(setting.words && { enum: setting.words }), ...(setting.format && { format: setting.format }), ...(setting.pattern && { pattern: setting.pattern }) };
    case "number":
      return { type: setting.whole ? "integer" : "number", ...(setting.min !== undefined && { minimum: setting.min }), ...(setting.max !== undefined && { maximum: setting.max }) };
    case "flag":
      return { type: "boolean" };
    case "any":
      return { type: ["object", "null"] };
    case "list":
      return { type: "array", ...(setting.of && { items: schemaOf(setting.of) }) };
    case "map":
      return { type: "object", additionalProperties: schemaOf(setting.of), ...(setting.least !== undefined && { minProperties: setting.least }) };
    case "either":
      return { anyOf: setting.of.map(schemaOf) };
    case "object": {
      const properties = Object.fromEntries(Object.entries(setting.fields).map(([key, field]) => [key, schemaOf(field)]));
      return { type: "object", ...(Object.keys(properties).length > 0 && { properties }), ...(setting.required && { required: setting.required }), ...(!setting.open && { additionalProperties: false }) };
    }
  }
}

/** What decides in a schema, references followed: titles, defaults and descriptions do not. */
function compared(node: Schema, root: Schema): Schema {
  if (typeof node["$ref"] === "string") return compared(root["definitions"][node["$ref"].replace("#/definitions/", "")], root);
  const { type, properties, additionalProperties, items, anyOf } = node;
  const kept = Object.fromEntries(["type", "format", "enum", "pattern", "minimum", "maximum", "minProperties", "required"].flatMap((key) => (node[key] === undefined ? [] : [[key, node[key]]])));
  return {
    ...kept,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties as Schema).map(([key, field]) => [key, compared(field as Schema, root)])) }),
    // On a list it says nothing.
    ...(additionalProperties !== undefined && type === "object" && { additionalProperties: additionalProperties === false ? false : compared(additionalProperties as Schema, root) }),
    ...(items && { items: compared(items as Schema, root) }),
    ...(anyOf && { anyOf: (anyOf as Schema[]).map((one) => compared(one, root)) }),
  };
}
