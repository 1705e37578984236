import { bind, choice, flag, fromVariables, list, map, type ModuleDefinition, moduleFiles, nullable, number, object, outputs, text, tf } from "../../kernel";
import { matches } from "../../kernel/rules/values";
import { type AnySchema, saidOf } from "../../kernel/schema";
import { floor, synthModule } from "../synth";

const inputs = {
  names: list(text({ rules: [matches("some-name", /^[a-z]+$/, "a name")] })),
  short: object({ min: number(), max: number({ default: 3 }) }),
  groupsByName: map(
    object({
      diskGib: number({ doc: "Size. More than `shortOnes` have, whatever `perZone` says." }),
      shortOnes: list(text(), { default: [] }),
      on: flag({ default: true }),
      deep: nullable(object({ min: number() }, { doc: "A comment that is long enough to be broken over two lines of the published module, as a reader would want it." })),
      told: object({ key: text({ doc: "What it is." }) }, { default: { key: "a" } }),
    }),
    { default: {}, doc: "Those of `groupsByName`, not of `otherNames`." },
  ),
  wide: object({ aNameOfSomeLength: text(), anotherNameOfSomeLength: text(), aThirdNameOfSomeLength: text() }),
};

const definition: ModuleDefinition = {
  name: "it",
  doc: "A module.",
  inputs,
  build: (scope) => {
    const { names, short, groupsByName, wide } = bind(scope, inputs, fromVariables);
    outputs(scope, { all: { doc: "All.", value: tf`[${names}, ${short}, ${groupsByName}, ${wide}]` } });
  },
  example: "",
};

describe("what is said of an input", () => {
  const said = (schema: AnySchema, provider = floor) => saidOf(schema, provider);
  const newer = { ...floor, floor: "99.0.0" };

  it.each([
    ["words that the doc does not name", choice(["a", "b"], { doc: "Which. `a` is cheap." }), "Which. `a` is cheap. One of `a`, `b`."],
    ["nothing where it names all", choice(["a", "b"], { doc: "`a`, or `b`." }), "`a`, or `b`."],
    ["those that the line has", choice(["a", { value: "b", since: "99.0.0" }], { doc: "Which." }), "Which. One of `a`."],
    ["several where it is a list", list(choice(["a", "b"]), { doc: "Which." }), "Which. Any of `a`, `b`."],
    ["seven at most", choice([..."abcdefg"], { doc: "Which." }), "Which. One of `a`, `b`, `c`, `d`, `e`, `f`, `g`."],
    ["and not eight", choice([..."abcdefgh"], { doc: "Which." }), "Which."],
    ["nothing without a doc", choice(["a", "b"]), undefined],
  ])("has of a choice %s", (_, schema, sentence) => {
    expect(said(schema)).toBe(sentence);
  });

  it("knows what the line's provider has", () => {
    const schema = text({ doc: (has) => `Old${has("99.0.0") ? " and new" : ""}.` });
    expect([said(schema), said(schema, newer)]).toEqual(["Old.", "Old and new."]);
  });
});

describe("a variable", () => {
  const text = moduleFiles(definition, floor)["variables.tf"]!;
  const variable = (name: string) => new RegExp(`^variable "${name}" \\{\\n([^]*?)^\\}`, "m").exec(text)![1];

  it("has its type on one line where it fits and nothing is said of a field", () => {
    expect(variable("short")).toBe("  type     = object({ min = number, max = optional(number, 3) })\n  nullable = false\n");
  });

  it("has a field a line where something is said of one, above it and in Terraform's spelling", () => {
    expect(variable("groups_by_name")).toBe(`  description = "Those of \`groups_by_name\`, not of \`otherNames\`."
  type = map(object({
    # Size. More than \`short_ones\` have, whatever \`perZone\` says.
    disk_gib   = number
    short_ones = optional(list(string), [])
    on         = optional(bool, true)
    # A comment that is long enough to be broken over two lines of the published module, as a reader
    # would want it.
    deep = optional(object({ min = number }))
    told = optional(object({
      # What it is.
      key = string
    }), { key = "a" })
  }))
  default  = {}
  nullable = false
`);
  });

  it("has a field a line where the line would be too long", () => {
    expect(variable("wide")).toBe(`  type = object({
    a_name_of_some_length       = string
    another_name_of_some_length = string
    a_third_name_of_some_length = string
  })
  nullable = false
`);
  });

  it("has a message that looks up what fails in parts", () => {
    expect(variable("names")).toContain(`    error_message = join("", [
      "names[*]: expected a name, got ",
      try(
        [
          for at in [`);
    expect(variable("names")).toContain(`      " [some-name]",
    ])
`);
  });

  it("has its type on one line in a stack's JSON", () => {
    expect(synthModule(definition)["variable"].wide.type).toBe("object({ a_name_of_some_length = string, another_name_of_some_length = string, a_third_name_of_some_length = string })");
  });
});
