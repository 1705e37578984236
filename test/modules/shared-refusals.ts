type Refused = readonly [change: Record<string, unknown>, sentence: string];

const tooMany = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag-${index}`, "x"]));
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));

/** What the tags of any module refuse. */
export const tagRefusals: readonly Refused[] = [
  [{ tags: tooMany }, `tags: expected at most 50 elements, got ${shown(tooMany)}   [tag-count]`],
  [{ tags: { ["k".repeat(129)]: "x" } }, `tags: expected a map in which each key is text of 1 to 128 characters, got ${shown({ ["k".repeat(129)]: "x" })}   [tag-key]`],
  [{ tags: { "aws:cloudformation": "x" } }, `tags: expected a map in which each key is text that does not begin with aws:, got {"aws:cloudformation":"x"}; AWS keeps those for itself   [tag-key-reserved]`],
  [{ tags: { a: "v".repeat(257) } }, `tags.a: expected text of at most 256 characters, got ${shown("v".repeat(257))}   [tag-value]`],
];

/** What the options of a module's roles refuse. */
export const roleRefusals: readonly Refused[] = [
  [{ rolePath: "platform/" }, `rolePath: expected a path that begins and ends with a slash, got "platform/"   [role-path]`],
  [{ rolePath: "/platform" }, `rolePath: expected a path that begins and ends with a slash, got "/platform"   [role-path]`],
  [{ permissionsBoundary: "boundary" }, `permissionsBoundary: expected the ARN of an IAM policy, got "boundary"   [permissions-boundary]`],
];
