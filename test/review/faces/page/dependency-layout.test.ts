import fc from "fast-check";
import { layoutOf } from "../../../../review/faces/page/dependency-layout";

type Need = readonly [string, string];

const drawn = (names: readonly string[], needs: readonly Need[]) => {
  const { columns, lines } = layoutOf(names, needs);
  return {
    columns: columns.map((column) => column.map(({ name }) => name ?? "|")),
    lines: lines.map(({ places, backward }) => `${places.map(({ name }) => name ?? "|").join(" ")}${backward ? " back" : ""}`).toSorted(),
  };
};

it("each part stands to the right of what it needs, and arrows that others imply are left out", () => {
  expect(drawn(["addons", "cluster", "network"], [["addons", "cluster"], ["addons", "network"], ["cluster", "network"]])).toEqual({
    columns: [["network"], ["cluster"], ["addons"]],
    lines: ["cluster addons", "network cluster"],
  });
});

it("a line over several columns keeps a place of its own in each", () => {
  expect(drawn(["a", "b", "c", "key"], [["b", "a"], ["c", "b"], ["c", "key"]])).toEqual({
    columns: [["a", "key"], ["b", "|"], ["c"]],
    lines: ["a b", "b c", "key | c"],
  });
});

it("lines that would cross are uncrossed by the order within a column", () => {
  expect(drawn(["a", "b", "x", "y"], [["x", "b"], ["y", "a"]]).columns).toEqual([["a", "b"], ["y", "x"]]);
});

it.each<[string, Need[], string[]]>([
  ["a circle of two is opened in one place", [["a", "b"], ["b", "a"]], ["a b", "b a back"]],
  ["what needs itself needs nothing", [["a", "a"]], []],
  ["what is needed and no part is left out", [["a", "elsewhere"]], []],
])("%s", (_, needs, lines) => {
  expect(drawn(["a", "b"], needs).lines).toEqual(lines);
});

it("whatever needs what, every part has one place, no two share one, and only what closes a circle runs backward", () => {
  const part = fc.integer({ min: 0, max: 11 }).map((number) => `p${number}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(part, part), { maxLength: 40 }), (needs) => {
      const names = Array.from({ length: 12 }, (_, number) => `p${number}`);
      const { columns, lines } = layoutOf(names, needs);
      const places = columns.flat();
      expect(places.flatMap(({ name }) => name ?? []).toSorted()).toEqual(names.toSorted());
      expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(places.length);
      for (const { places: passed, backward } of lines) {
        const steps = passed.slice(1).map(({ column }, index) => column - passed[index]!.column);
        expect(backward ? steps.every((step) => step <= 0) : steps.every((step) => step === 1)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
