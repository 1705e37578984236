import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { useEmulator } from "../harness";
import { fault } from "./fault";
import { Gate } from "./gate";
import { FaultProject } from "./project";
import { addresses, bucket, data, keyOf, type LockMode, stack, withHeld } from "./stacks";
import { type State, Store } from "./store";

const emulator = useEmulator();
const project = new FaultProject(emulator);
const store = new Store(emulator);
beforeAll(() => store.make());

fault("backend-gone", "the state lies beside the stack and the lock stays: unlocked and pushed back, nothing is lost", async () => {
  const gate = new Gate();
  const name = "qa-gone";
  project.write(name, { [name]: stack(name, withHeld(gate, "first")) });
  const running = project.deploy(name);
  await gate.reached(running);
  for (const service of ["s3", "dynamodb"]) await emulator.inject({ kind: "error", service, status: 403, code: "AccessDenied" });
  gate.open();
  expect(await running.ended).toMatchObject({ exitCode: 1, output: expect.stringContaining("errored.tfstate") });
  await emulator.clearFaults();
  expect([await store.state(name), await store.locks(name)]).toEqual([undefined, ["file", "table"]]);
  const errored = join(project.folder(name), "errored.tfstate");
  const { resources } = JSON.parse(readFileSync(errored, "utf8")) as State;
  expect(resources.map((resource) => resource.name).sort()).toEqual(["first", "held"]);
  expect(await project.deploy(name).ended).toMatchObject({ exitCode: 1, output: expect.stringContaining("expected no state that waits to be saved") });
  await project.unlock(name);
  expect(await (await project.terraform(name, ["state", "push", "errored.tfstate"])).ended).toMatchObject({ exitCode: 0 });
  rmSync(errored);
  expect(await project.deploy(name).ended).toMatchObject({ exitCode: 0, output: expect.stringContaining(`${name}: no changes`) });
  expect([await store.resources(name), await store.locks(name)]).toEqual([addresses("first", "held"), []]);
});

const digestOf = (name: string) => ({ LockID: `${bucket}/${keyOf(name)}-md5` });
const unreadable = /Unsupported state file format/;
const wrongDigest = /expected a state with the digest .*\[state-digest\]/;

describe.each<[string, LockMode, RegExp, (text: string) => string]>([
  ["truncated", "lockFile", unreadable, (text) => text.slice(0, text.length / 2)],
  ["not-json", "lockFile", unreadable, () => "<html>Sign in</html>"],
  ["emptied", "table", wrongDigest, () => ""],
  ["of-before", "both", wrongDigest, (text) => text.replace('"first"', '"other"')],
])("a state that is %s", (kind, lock, sentence, broken) => {
  fault(`state-${kind}`, "nothing is planned on it; with the version before it the deploy goes on", async () => {
    const name = `qa-${kind}`;
    project.write(name, { [name]: stack(name, { lock, resource: data("first") }) });
    expect((await project.deploy(name).ended).exitCode).toBe(0);
    const text = (await store.object(keyOf(name)))!;
    await store.put(keyOf(name), broken(text));
    project.write(name, { [name]: stack(name, { lock, resource: data("first", "second") }) });
    expect(await project.deploy(name).ended).toMatchObject({ exitCode: 1, output: expect.stringMatching(sentence) });
    expect([await store.object(keyOf(name)), await store.locks(name)]).toEqual([broken(text), []]);
    await store.undo(keyOf(name));
    expect(await store.object(keyOf(name))).toBe(text);
    expect((await project.deploy(name).ended).exitCode).toBe(0);
    expect(await store.resources(name)).toEqual(addresses("first", "second"));
  });
});

fault("digest-wrong", "nothing is planned on it; with the digest of the object the deploy goes on", async () => {
  const name = "qa-digest";
  project.write(name, { [name]: stack(name, { resource: data("first") }) });
  expect((await project.deploy(name).ended).exitCode).toBe(0);
  await store.putItem({ ...digestOf(name), Digest: "0".repeat(32) });
  const { exitCode, output } = await project.deploy(name).ended;
  expect({ exitCode, output }).toEqual({ exitCode: 1, output: expect.stringMatching(wrongDigest) as string });
  const digest = createHash("md5").update((await store.object(keyOf(name)))!).digest("hex");
  expect(output).toContain(`got "${digest}"`);
  await store.putItem({ ...digestOf(name), Digest: digest });
  expect(await project.deploy(name).ended).toMatchObject({ exitCode: 0, output: expect.stringContaining(`${name}: no changes`) });
});
