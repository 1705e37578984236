import fc from "fast-check";
import { Construct, type Expr, list, number, outputs, template, tf } from "../../kernel";
import { planEveryWay, ways, type EveryWay } from "./every-way";
import { sample } from "./nasty";

const numbers = [0, 1, 2, 3, -1, -2, 7];

/** An expression as data: read once by TypeScript, once as nested `tf` templates. */
type Tree =
  | { readonly op: "literal"; readonly value: number | boolean }
  | { readonly op: "input"; readonly index: number }
  | { readonly op: Operator; readonly of: readonly Tree[] };

type Value = any;
type Hole = Expr<Value>;

const operators = {
  "+": { value: ([a, b]: Value[]) => a + b, hcl: ([a, b]: Hole[]) => tf`${a} + ${b}` },
  "-": { value: ([a, b]: Value[]) => a - b, hcl: ([a, b]: Hole[]) => tf`${a} - ${b}` },
  "*": { value: ([a, b]: Value[]) => a * b, hcl: ([a, b]: Hole[]) => tf`${a} * ${b}` },
  negative: { value: ([a]: Value[]) => -a, hcl: ([a]: Hole[]) => tf`-${a}` },
  max: { value: ([a, b]: Value[]) => Math.max(a, b), hcl: ([a, b]: Hole[]) => tf`max(${a}, ${b})` },
  pick: { value: ([if_, a, b]: Value[]) => (if_ ? a : b), hcl: ([if_, a, b]: Hole[]) => tf`${if_} ? ${a} : ${b}` },
  element: { value: ([if_, a, b]: Value[]) => [a, b][if_ ? 0 : 1], hcl: ([if_, a, b]: Hole[]) => tf`[${a}, ${b}][${if_} ? 0 : 1]` },
  loop: { value: ([a, b]: Value[]) => a * 2 + b * 2, hcl: ([a, b]: Hole[]) => tf`sum([for item in [${a}, ${b}] : item * 2])` },
  filter: { value: ([if_, a]: Value[]) => (if_ ? a : 0), hcl: ([if_, a]: Hole[]) => tf`sum(concat([0], [for item in [${a}] : ${a} if ${if_}]))` },
  // Adding nothing keeps both sides from writing a negative zero.
  text: { value: ([a, b]: Value[]) => `${a + 0}-${b + 0}`.length, hcl: ([a, b]: Hole[]) => tf`length(${template`${tf`${a} + 0`}-${tf`${b} + 0`}`})` },
  "==": { value: ([a, b]: Value[]) => a === b, hcl: ([a, b]: Hole[]) => tf`${a} == ${b}` },
  "!=": { value: ([a, b]: Value[]) => a !== b, hcl: ([a, b]: Hole[]) => tf`${a} != ${b}` },
  "<": { value: ([a, b]: Value[]) => a < b, hcl: ([a, b]: Hole[]) => tf`${a} < ${b}` },
  ">=": { value: ([a, b]: Value[]) => a >= b, hcl: ([a, b]: Hole[]) => tf`${a} >= ${b}` },
  "&&": { value: ([a, b]: Value[]) => a && b, hcl: ([a, b]: Hole[]) => tf`${a} && ${b}` },
  "||": { value: ([a, b]: Value[]) => a || b, hcl: ([a, b]: Hole[]) => tf`${a} || ${b}` },
  same: { value: ([a, b]: Value[]) => a === b, hcl: ([a, b]: Hole[]) => tf`${a} == ${b}` },
  not: { value: ([a]: Value[]) => !a, hcl: ([a]: Hole[]) => tf`!${a}` },
  any: { value: ([a, b]: Value[]) => a || b, hcl: ([a, b]: Hole[]) => tf`anytrue([${a}, ${b}])` },
} as const;
type Operator = keyof typeof operators;

const { numeric } = fc.letrec<{ numeric: Tree; boolean: Tree }>((tie) => {
  const node = (op: Operator, ...of: ("numeric" | "boolean")[]) => fc.tuple(...of.map((kind) => tie(kind))).map((trees): Tree => ({ op, of: trees }));
  const leaf = fc.oneof(
    fc.integer({ min: -3, max: 9 }).map((value): Tree => ({ op: "literal", value })),
    fc.nat({ max: numbers.length - 1 }).map((index): Tree => ({ op: "input", index })),
  );
  const both = (op: Operator) => node(op, "numeric", "numeric");
  const truths = (op: Operator) => node(op, "boolean", "boolean");
  return {
    numeric: fc.oneof(
      { maxDepth: 4 },
      leaf,
      ...(["+", "-", "*", "max", "loop", "text"] as const).map(both),
      node("negative", "numeric"),
      node("pick", "boolean", "numeric", "numeric"),
      node("element", "boolean", "numeric", "numeric"),
      node("filter", "boolean", "numeric"),
    ),
    boolean: fc.oneof(
      { maxDepth: 4 },
      fc.boolean().map((value): Tree => ({ op: "literal", value })),
      ...(["==", "!=", "<", ">="] as const).map(both),
      ...(["&&", "||", "same", "any"] as const).map(truths),
      node("not", "boolean"),
      node("pick", "boolean", "boolean", "boolean"),
    ),
  };
});

const trees = sample(numeric, 240).filter((tree) => tree.op !== "literal");

describe("compound expressions in the holes of others keep their meaning", () => {
  let plan: EveryWay;
  beforeAll(async () => {
    plan = await planEveryWay({ n: list(number()) }, { n: numbers }, (it, { n }) => {
      const hcl = (tree: Tree): Hole => {
        if (tree.op === "literal") return tf`${tree.value}`;
        if (tree.op === "input") return n.at(tree.index);
        return operators[tree.op].hcl(tree.of.map(hcl));
      };
      outputs(it, { values: { doc: "Values.", value: tf`${trees.map(hcl)}` } });
      trees.slice(0, 60).forEach((tree, index) => {
        outputs(new Construct(it, `o${index}`), { value: { doc: "A value on its own.", value: hcl(tree) } });
      });
    });
  });

  it("enough expressions, of every operator", () => {
    expect(trees.length).toBeGreaterThan(150);
    expect(Object.keys(operators).filter((op) => !JSON.stringify(trees).includes(`"op":"${op}"`))).toEqual([]);
  });

  it("the HCL is laid out as terraform fmt leaves it", () => {
    expect(plan.formatting).toBe("");
  });

  it.each(ways)("%s", (way) => {
    const want = trees.map(valueOf);
    const { values, ...alone } = plan.of(way);
    expect(values).toEqual(want);
    expect(Object.values(alone)).toHaveLength(60);
    for (const [name, value] of Object.entries(alone)) expect([name, value]).toEqual([name, want[Number(/\d+/.exec(name)![0])]]);
  });
});

function valueOf(tree: Tree): Value {
  if (tree.op === "literal") return tree.value;
  if (tree.op === "input") return numbers[tree.index]!;
  const value: Value = operators[tree.op].value(tree.of.map(valueOf));
  // The plan's JSON has no negative zero.
  return value === 0 ? 0 : value;
}
