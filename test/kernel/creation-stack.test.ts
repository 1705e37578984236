import { withoutCreationStack } from "../../kernel/creation-stack";

// As the framework takes one.
function stackOf(owner: object): unknown {
  Error.captureStackTrace(owner);
  return (owner as { stack: unknown }).stack;
}

describe("creation stacks", () => {
  test("are not written out for what is no error", () => {
    expect(withoutCreationStack(() => stackOf({}))).toBe("");
    expect(stackOf({})).toMatch(/\n {4}at /);
  });

  test("an error keeps its stack", () => {
    expect(withoutCreationStack(() => new TypeError("wrong").stack)).toMatch(/^TypeError: wrong\n {4}at .*creation-stack\.test/);
  });

  test("what stands before stands afterwards, also after an error", () => {
    const before = Error.prepareStackTrace;
    expect(() => withoutCreationStack(() => { throw new Error("inside"); })).toThrow("inside");
    expect(Error.prepareStackTrace).toBe(before);
  });
});
