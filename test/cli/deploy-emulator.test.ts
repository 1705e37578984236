import { execa } from "execa";
import { backendAccess } from "../../cli/aws-access";
import { placeOf } from "../../cli/state/state-place";
import { StateStore } from "../../cli/state/state-store";
import type { StackJson } from "../../cli/synth/stacks";
import { FaultProject } from "../faults/project";
import { account, bucket, data, keyOf, stack } from "../faults/stacks";
import { makeStateStore, useEmulator } from "../harness";

const emulator = useEmulator();
const project = new FaultProject(emulator);
beforeAll(() => makeStateStore(emulator));

/** A stack that says which account it belongs to. */
function ofAccount(id: string): StackJson {
  const aws = { region: "us-east-1", access_key: "emulator", secret_key: "emulator", allowed_account_ids: [id], skip_credentials_validation: true, skip_requesting_account_id: true };
  return { ...stack("qa", { resource: data("a"), lock: "lockFile" }), provider: { aws: [aws] } };
}

it("credentials of another account are refused before anything is planned or locked", async () => {
  project.write("qa", { qa: ofAccount("999999999999") });
  await emulator.clearLog();
  const { exitCode, output } = await project.deploy("qa").ended;
  expect(exitCode).toBe(1);
  expect(output).toContain(`qa account: expected credentials of account 999999999999, got "${account}"; nothing was planned, and no lock was taken   [other-account]`);
  expect((await emulator.log()).map(({ service }) => service)).toEqual(["sts"]);
});

it("an emulated environment is not tried on AWS", async () => {
  const { exitCode, output } = await project.deploy("qa", [], { env: { AWS_ENDPOINT_URL: "" } }).ended;
  expect(exitCode).toBe(1);
  expect(output).toContain("qa: expected AWS_ENDPOINT_URL in the shell, got nothing; the environment is emulated; `npm run emulator` starts the emulator and prints the lines that a shell needs   [emulator-address]");
});

it("the record of a deploy stands beside the state in its bucket", async () => {
  const json = stack("qa", { resource: data("a"), lock: "lockFile" });
  project.write("qa", { qa: json });
  await execa("git", ["init", "-q"], { cwd: project.root });
  await execa("git", ["-c", "user.name=qa", "-c", "user.email=qa@example.com", "commit", "-q", "--allow-empty", "-m", "first"], { cwd: project.root });
  const { exitCode, output } = await project.deploy("qa", ["--json"]).ended;
  expect({ exitCode, report: JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1)) as unknown }).toMatchObject({ exitCode: 0, report: { environment: "qa", result: "done", layers: [{ layer: "qa", outcome: "applied" }] } });
  const named = { name: "qa", folder: project.folder("qa"), reads: [], json };
  const store = new StateStore({ ...placeOf(named), bucket, key: keyOf("qa"), pathStyle: true } as StateStore["place"], { ...backendAccess(named)!, endpoint: emulator.url } as never);
  const record = JSON.parse((await store.object(`${keyOf("qa")}.deploy.json`))!.toString()) as unknown;
  store.close();
  expect(record).toMatchObject({ layer: "qa", command: "deploy", complete: true, commit: expect.stringMatching(/^[0-9a-f]{40}$/), lineage: expect.any(String) });
});

describe("guards", () => {
  const remark = { review: { follows: null, cloud: null, allowed: { "destroy-key": { reason: "moved", addresses: ["aws_kms_key.old"], until: null } } } };
  const write = (resource: StackJson["resource"]) => project.write("guarded", { guarded: { "//": remark, ...stack("guarded", { ...(resource && { resource }), lock: "lockFile" }) } });

  it("what a guard keeps is not destroyed", async () => {
    write({ aws_cloudwatch_log_group: { this: { name: "qa" } } });
    expect((await project.deploy("guarded").ended).exitCode).toBe(0);
    write(data("a"));
    const { exitCode, output } = await project.deploy("guarded").ended;
    expect(exitCode).toBe(1);
    expect(output).toContain(`refused: aws_cloudwatch_log_group.this: expected log groups that stay, got "destroys log group: its logs are lost"; if it is meant: --allow 'destroy-logs:aws_cloudwatch_log_group.this=<reason>'   [destroy-logs]`);
  });

  it("unless somebody says why; an override for which there is nothing to pass is told", async () => {
    const { exitCode, output } = await project.deploy("guarded", ["--allow", "destroy-logs:aws_cloudwatch_log_group.this=nobody reads them"]).ended;
    expect(exitCode).toBe(0);
    expect(output).toContain("allowed: destroys log group: its logs are lost   [destroy-logs: nobody reads them]");
    expect(output).toContain("warning: envs/guarded/environment.ts review.allowed.destroy-key at aws_kms_key.old lets nothing pass, and would one day when nobody remembers it");
  });
});

it("the state of another environment is not destroyed", async () => {
  project.write("qa", { qa: stack("qa", { resource: data("a"), lock: "lockFile", output: { environment: { value: "other" } } as never }) });
  const { exitCode, output } = await project.platform(["destroy", "qa", "--yes"]).ended;
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: expect.stringContaining(`state output.environment: expected the state of "other", got "qa";`) });
});
