import { json, list, listOf, local, map, object, objectOf, outputs, template, text, tf } from "../../kernel";
import { planEveryWay, ways, type EveryWay } from "./every-way";
import { anyData, anyText, asTerraformKeepsIt, nastyTexts, sample } from "./nasty";

const texts = [...new Set([...nastyTexts, ...sample(anyText, 150)].map(asTerraformKeepsIt))];
const documents = sample(anyData, 60).map(asTerraformKeepsIt);
const numbered = (start: string) => Object.fromEntries(texts.map((value, index) => [value, `${start}${index}`]));

const inputs = { texts: list(text()), byName: map(text()), named: map(object({ note: text() })), first: text() };
const given = {
  texts,
  byName: numbered("v"),
  named: Object.fromEntries(texts.map((value) => [value, { note: value }])),
  first: "${first}$",
};

/** What a body writes, and the value that Terraform must plan for it. */
const claims = [
  { of: "literals", wants: texts },
  { of: "literal_keys", wants: numbered("k") },
  { of: "holes_of_a_template", wants: texts.map((value) => `<${value}>`) },
  { of: "whole_templates", wants: texts },
  { of: "templates_whose_seams_could_make_an_escape", wants: texts.map((value) => `$${value}%${value}{$${given.first}$${given.first}`) },
  { of: "templates_in_templates", wants: texts.map((value) => `a b ${value}$\{c}`) },
  { of: "data", wants: texts },
  { of: "keys_of_data", wants: numbered("v") },
  { of: "elements_by_key", wants: texts.map((_, index) => `v${index}`) },
  { of: "keys_of_handles", wants: { "${first}$:sub": "a", "${first}$": "b", plain: "c", "a b": "d" } },
  { of: "loops", wants: Object.entries(given.named).sort(byKey).map(([key, { note }]) => [key, note]) },
  { of: "locals", wants: { list: texts, keys: numbered("k") } },
  { of: "documents", wants: documents },
] as const;

describe("text and data arrive in Terraform as written", () => {
  let plan: EveryWay;
  beforeAll(async () => {
    plan = await planEveryWay(inputs, given, (it, { texts: handles, byName, named, first }) => {
      const values = {
        literals: tf`${texts}`,
        literal_keys: tf`${numbered("k")}`,
        holes_of_a_template: tf`${texts.map((value) => template`<${value}>`)}`,
        whole_templates: tf`${texts.map((value) => template`${value}`)}`,
        templates_whose_seams_could_make_an_escape: tf`${texts.map((value) => template`$${value}%${value}{$${first}$${first}`)}`,
        templates_in_templates: tf`${texts.map((value) => template`a ${template`b ${value}$`}{c}`)}`,
        data: handles,
        keys_of_data: byName,
        elements_by_key: tf`${texts.map((value) => byName.at(value))}`,
        keys_of_handles: objectOf([[template`${first}:sub`, "a"], [first, "b"], ["plain", "c"], ["a b", "d"]]),
        loops: listOf(named, (key, value) => tf`[${key}, ${value.note}]`),
        locals: local(it, "all", tf`${{ list: texts, keys: numbered("k") }}`),
        json: json({ documents, texts: numbered("j") }),
        documents: tf`${documents}`,
      };
      outputs(it, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { doc: `\${${name}}`, value }])));
    });
  });

  it("the HCL is laid out as terraform fmt leaves it", () => {
    expect(plan.formatting).toBe("");
  });

  describe.each(ways)("%s", (way) => {
    it.each(claims)("$of", ({ of, wants }) => {
      const got: unknown = plan.of(way)[of];
      expect(of === "loops" ? (got as [string, string][]).sort(byKey) : got).toEqual(wants);
    });

    it("a JSON document holds what was put in", () => {
      expect(JSON.parse(plan.of(way)["json"] as string)).toEqual({ documents, texts: numbered("j") });
    });
  });
});

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
