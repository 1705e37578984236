import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execaSync } from "execa";
import { isKnownAction } from "../../aws/iam-actions";
import { iamActionTable } from "../../aws/iam-action-table";
import { emulatorPython } from "../../emulator/python";

it("the table has the actions that cfn-lint knows of these services, each once", async () => {
  const { stdout: packages } = execaSync(await emulatorPython(), ["-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]);
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
