import { broken, median, type Row, table } from "../../bench/row";

const row: Row = { what: "a synth", unit: "s", ours: [1, 3, 2], other: [2, 2, 4], otherName: "bare" };

describe("bench rows", () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])("the median of %j is %d", (values, expected) => expect(median(values)).toBe(expected));

  test.each([
    ["holds at a ratio of exactly the limit", { ratio: 1 }, false],
    ["is broken by a greater ratio of the medians", { ratio: 0.99 }, true],
    ["holds at a median of exactly the limit", { value: 2 }, false],
    ["is broken by a greater median", { value: 1.99 }, true],
    ["cannot be broken without a limit", undefined, false],
  ])("a line %s", (_, limit, expected) => expect(broken({ ...row, ...(limit && { limit }) })).toBe(expected));

  test("the table has medians, spreads, the ratio of the medians with the spread of the rounds, and the verdict", () => {
    const [, , line] = table([{ ...row, limit: { ratio: 0.5 } }]).split("\n");
    expect(line).toBe("| a synth | 2.00 s (1.00 to 3.00) | bare: 2.00 s (2.00 to 4.00) | 1.00 (0.50 to 1.50) | 0.5 | **broken** |");
  });

  test("a line that could not be measured says why and breaks nothing", () => {
    const skipped = { what: "a synth", skipped: "no npm" };
    expect(broken(skipped)).toBe(false);
    expect(table([skipped])).toContain("| a synth |  |  |  |  | not measured: no npm |");
  });
});
