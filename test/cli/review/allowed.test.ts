import { allowedOf, parseAllowed } from "../../../cli/review/allowed";

it.each([
  ["destroy-key=moved to the key of the account", { guard: "destroy-key", reason: "moved to the key of the account" }],
  ["destroy-key:aws_kms_key.old=a=b", { guard: "destroy-key", address: "aws_kms_key.old", reason: "a=b" }],
  ['destroy-bucket:module.a["x=1:\\"2\\""].aws_s3_bucket.b=empty', { guard: "destroy-bucket", address: 'module.a["x=1:\\"2\\""].aws_s3_bucket.b', reason: "empty" }],
])("--allow %s", (text, expected) => {
  expect(parseAllowed([text])).toEqual([{ ...expected, by: "command" }]);
});

it("all that is wrong with --allow is told at once", () => {
  expect(() => parseAllowed(["destroy-key", "destroy-kex=old", "destroy-key:a.b= "])).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(
        /^--allow: expected <guard>=<reason> or <guard>:<address>=<reason>, got "destroy-key" {3}\[guard-override\]\n--allow: expected one of the guards .*, got "destroy-kex"; try "destroy-key" {3}\[guard-unknown\]\n--allow destroy-key: expected a reason, got " "; whoever reads the review sees it {3}\[guard-reason\]$/,
      ),
    }),
  );
});

it("the environment's file says what its own changes need, by guard and for each address", () => {
  const environment = { "destroy-key": { reason: "moved", addresses: ["a.b", "a.c"], until: "2026-12-31" }, "destroy-logs": { reason: "empty", addresses: [], until: null } };
  expect(allowedOf(environment, ["destroy-bucket=empty"])).toEqual([
    { guard: "destroy-key", address: "a.b", reason: "moved", until: "2026-12-31", by: "environment" },
    { guard: "destroy-key", address: "a.c", reason: "moved", until: "2026-12-31", by: "environment" },
    { guard: "destroy-logs", reason: "empty", by: "environment" },
    { guard: "destroy-bucket", reason: "empty", by: "command" },
  ]);
});
