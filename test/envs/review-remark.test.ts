import { qa, qaWith } from "./example";
import { stackOf, stacksOf } from "./stack";

const review = (json: object) => (json as { "//": { review?: unknown } })["//"].review;

it("every stack of an environment tells the commands how it is reviewed", () => {
  const allowed = { "destroy-bucket": { reason: "empty since May", addresses: ["aws_s3_bucket.old"], until: "2026-12-31" } };
  const stacks = Object.values(stacksOf(qaWith({ layout: "layered", follows: "staging", review: { cloud: { organization: "example" }, allowed } })));
  expect(stacks.length).toBeGreaterThan(1);
  for (const stack of stacks) expect(review(stack)).toEqual({ follows: "staging", cloud: { organization: "example", hostname: "app.terraform.io", project: null }, allowed });
});

it("an environment that says nothing of it has stacks without it", () => {
  expect(review(stackOf(qa))).toBeUndefined();
});

it("a guard that does not exist cannot be allowed", () => {
  const allowed = { "destroy-buket": { reason: "empty since May" } } as object;
  expect(() => stackOf(qaWith({ review: { allowed } }))).toThrow(/^envs\/qa\/environment\.ts review\.allowed\["destroy-buket"\]: expected one of the keys destroy-cluster, .*; try "destroy-bucket" {3}\[unknown-key\]$/);
});
