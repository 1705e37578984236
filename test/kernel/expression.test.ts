import { list, listOf, map, object, outputs, project, template, text, tf, json } from "../../kernel";
import { planEveryWay, ways, type EveryWay } from "./every-way";
import { nastyTexts } from "./nasty";

const keyed = Object.fromEntries(nastyTexts.map((value, index) => [`k${index}`, value]));
const asKeys = Object.fromEntries(nastyTexts.map((value, index) => [value, `v${index}`]));
const inputs = { texts: list(text()), byName: map(text()), named: map(object({ note: text({ default: "a ${b}" }) })) };
const given = { texts: nastyTexts, byName: asKeys, named: Object.fromEntries(nastyTexts.map((value) => [value, { note: value }])) };

describe("text arrives in Terraform as written", () => {
  let plan: EveryWay;
  beforeAll(async () => {
    plan = await planEveryWay(inputs, given, (it, inputs) => {
      const holes = (value: string) => template`${value}`;
      outputs(it, {
        literals: { doc: "d", value: tf`${nastyTexts}` },
        keys: { doc: "d", value: tf`${asKeys}` },
        inTemplates: { doc: "d", value: tf`${nastyTexts.map((value) => template`<${value}>`)}` },
        whole: { doc: "d", value: tf`${nastyTexts.map(holes)}` },
        joined: { doc: "d", value: tf`${nastyTexts.map((value) => template`$${value}%${value}{${inputs.texts.at(0)}$${inputs.texts.at(0)}`)}` },
        nested: { doc: "d", value: tf`${nastyTexts.map((value) => template`a ${template`b ${value}$`}{c}`)}` },
        json: { doc: "d", value: json(keyed) },
        data: { doc: "d", value: inputs.texts },
        dataKeys: { doc: "d", value: inputs.byName },
        notes: { doc: "d", value: listOf(inputs.named, (key, value) => tf`[${key}, ${value.note}]`) },
        elements: { doc: "d", value: tf`${nastyTexts.map((value) => inputs.byName.at(value))}` },
      });
    });
  });

  it.each(ways)("%s", (way) => {
    const got = plan.of(way);
    expect(got["literals"]).toEqual(nastyTexts);
    expect(got["keys"]).toEqual(asKeys);
    expect(got["in_templates"]).toEqual(nastyTexts.map((value) => `<${value}>`));
    expect(got["whole"]).toEqual(nastyTexts);
    expect(got["joined"]).toEqual(nastyTexts.map((value) => `$${value}%${value}{$`));
    expect(got["nested"]).toEqual(nastyTexts.map((value) => `a b ${value}$\{c}`));
    expect(JSON.parse(got["json"])).toEqual(keyed);
    expect(got["data"]).toEqual(nastyTexts);
    expect(got["data_keys"]).toEqual(asKeys);
    expect(Object.fromEntries(got["notes"])).toEqual(Object.fromEntries(nastyTexts.map((value) => [value, value])));
    expect(got["elements"]).toEqual(nastyTexts.map((_, index) => `v${index}`));
  });
});
