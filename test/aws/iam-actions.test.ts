import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isKnownAction, nearestAction } from "../../aws/iam-actions";
import { iamActionTable } from "../../aws/iam-action-table";
import { emulatorPython } from "../../emulator/python";

it("the table has the actions that cfn-lint knows of these services, each once", async () => {
  const packages = join(dirname(dirname(await emulatorPython())), "lib", "python3.11", "site-packages");
  const known = JSON.parse(readFileSync(join(packages, "cfnlint", "data", "AdditionalSpecs", "Policies.json"), "utf8")) as Record<string, { Actions: object }>;
  for (const [service, actions] of Object.entries(iamActionTable)) {
    expect([service, actions.map((name) => name.toLowerCase()).sort()]).toEqual([service, Object.keys(known[service]!.Actions).sort()]);
  }
});

it.each([
  ["s3:GetObject", true],
  ["s3:getobject", true],
  ["s3:GetObjekt", false],
  ["s3:Get*", true],
  ["s3:Fetch*", false],
  ["s3:*", true],
  ["s3:GetObjectAc?", true],
  ["s3:.*", false],
  ["sqs:SendMessage", true],
  ["batch:SubmitJob", undefined],
  ["GetObject", undefined],
  ["constructor:GetObject", undefined],
])("is %s known: %s", (action, known) => {
  expect(isKnownAction(action)).toBe(known);
});

it.each([
  ["s3:GetObjekt", "s3:GetObject"],
  ["elasticloadbalancing:CreateLoadBalancers", "elasticloadbalancing:CreateLoadBalancer"],
  ["s3:Xyzzy", undefined],
  ["s3:Fetch*", undefined],
])("next to %s is %s", (action, nearest) => {
  expect(nearestAction(action)).toBe(nearest);
});
