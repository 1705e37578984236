import { bind, Construct, fromVariables, length, type ModuleDefinition, moduleFiles, nullable, object, outputs, partArguments, partInputs, present, some, submodule, text } from "../../kernel";
import { floor, problemsOf, synthStack } from "../synth";

const innerInputs = { word: text({ rules: [length("word-length", 1, 9)] }), extra: nullable(object({ n: text({ default: "1" }) }, { default: {} })), newer: nullable(text({ since: "6.0.0" })) };
const inner = {
  name: "inner",
  doc: "Says a word.",
  inputs: innerInputs,
  build: (scope) => {
    const it = new Construct(scope, "inner");
    const { word, extra } = bind(it, innerInputs, fromVariables);
    outputs(it, { said: { value: word, doc: "The word." }, more: { value: extra, doc: "More." } });
  },
  example: 'word = "a"',
} satisfies ModuleDefinition;

const outerInputs = { part: nullable(object(partInputs(innerInputs, []))) };
type Call = Parameters<typeof submodule<typeof innerInputs>>[3];

/** A module that calls the other one. */
function outer(change: (call: Call) => object = (call) => call, output = "said"): ModuleDefinition {
  return {
    name: "outer",
    doc: "Calls.",
    inputs: outerInputs,
    modules: [inner],
    build: (scope) => {
      const it = new Construct(scope, "outer");
      const { part } = bind(it, outerInputs, fromVariables);
      const called = submodule(it, "inner", inner, change({ count: present(part), inputs: partArguments(innerInputs, some(part), []), comment: "Only where it is wanted." }) as Call);
      outputs(it, { ...called.passed([output]), ...called.passed(["more"], { prefix: "inner_", newer: ["only_later"] }) });
    },
    example: 'part = { word = "a" }',
  };
}

describe("a module that calls another one", () => {
  const files = moduleFiles(outer(), floor);

  it("reads as written by hand: where from and how often, then an argument a line", () => {
    expect(files["main.tf"]).toBe(`# Only where it is wanted.
module "inner" {
  source = "./modules/inner"
  count  = var.part != null ? 1 : 0

  word  = var.part.word
  extra = contains(var.part.without, "extra") ? null : var.part.extra
}
`);
  });

  it("has it below itself, whole", () => {
    const below = Object.entries(files).filter(([path]) => path.startsWith("modules/inner/")).map(([path, content]) => [path.replace("modules/inner/", ""), content]);
    expect(Object.fromEntries(below)).toEqual(moduleFiles(inner, floor));
  });

  it("leaves the judgement of values to it, but for what is left out", () => {
    expect(files["variables.tf"]).not.toContain("word-length");
    expect(files["modules/inner/variables.tf"]).toContain("word-length");
    expect(files["variables.tf"]).toContain("expected one of extra");
  });

  it("passes outputs on with their descriptions", () => {
    expect(files["outputs.tf"]).toBe(`output "said" {
  description = "The word."
  value       = one(module.inner[*].said)
}

output "inner_more" {
  description = "More."
  value       = one(module.inner[*].more)
}
`);
  });

  it("is refused an input that the other does not have, one that is missing, and one that is not said", () => {
    expect(problemsOf(() => moduleFiles(outer(() => ({ inputs: { wrod: "a" } })), floor))).toEqual([
      `module.inner.wrod: expected one of the keys word, extra, newer, got "wrod"; try "word"   [unknown-key]`,
      "module.inner.word: expected text, got nothing; it has no default   [required]",
    ]);
    expect(() => moduleFiles(outer(() => ({ inputs: { word: "a" } })), floor)).toThrow("bug: the call of inner does not say extra, newer");
  });

  it("cannot read an output that the other does not have, nor call from a stack", () => {
    expect(() => moduleFiles(outer((call) => call, "sayd"), floor)).toThrow("bug: the module inner has no output sayd");
    expect(() => synthStack((stack) => void submodule(new Construct(stack, "it"), "inner", inner, { inputs: { word: "a" } }))).toThrow("bug: test/it calls the module inner, but only a module has others below it");
  });
});
