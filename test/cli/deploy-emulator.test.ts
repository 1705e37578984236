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

it("the state of another environment is not destroyed", async () => {
  project.write("qa", { qa: stack("qa", { resource: data("a"), lock: "lockFile", output: { environment: { value: "other" } } as never }) });
  const { exitCode, output } = await project.platform(["destroy", "qa", "--yes"]).ended;
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: expect.stringContaining(`state output.environment: expected the state of "other", got "qa";`) });
});
