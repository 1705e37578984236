import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useEmulator } from "../harness";
import { fault } from "./fault";
import { Gate } from "./gate";
import { FaultProject } from "./project";
import { addresses, bucket, data, keyOf, stack, withHeld } from "./stacks";
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
  expect(await running.ended).toMatchObject({ exitCode: 1, output: expect.stringMatching(/\[state-errored\]\n.*expected a backend that answers, got "Forbidden"; .*\[state-unreachable\]/) });
  await emulator.clearFaults();
  expect([await store.state(name), await store.locks(name)]).toEqual([undefined, ["file", "table"]]);
  const errored = join(project.folder(name), "errored.tfstate");
  const { resources } = JSON.parse(readFileSync(errored, "utf8")) as State;
  expect(resources.map((resource) => resource.name).sort()).toEqual(["first", "held"]);
  const refused = await project.deploy(name).ended;
  expect(refused).toMatchObject({ exitCode: 1, output: expect.stringMatching(/expected no state that waits to be saved, got ".*errored\.tfstate"; .*\[state-errored\]/) });
  expect((await project.unlock(name, await store.lockId(name))).exitCode).toBe(0);
  expect((await project.follow(refused.output)).exitCode).toBe(0);
  expect(await project.deploy(name).ended).toMatchObject({ exitCode: 0, output: expect.stringContaining(`${name}: no changes`) });
  expect([await store.resources(name), await store.locks(name)]).toEqual([addresses("first", "held"), []]);
});

describe("a state that is not the one that was deployed last", () => {
  const name = "qa";
  const key = keyOf(name);
  const kept: string[] = [];
  const deployed = async (...names: readonly string[]) => {
    project.write(name, { [name]: stack(name, { resource: data(...names) }) });
    expect((await project.deploy(name).ended).exitCode).toBe(0);
    kept.push((await store.object(key))!);
  };
  beforeAll(async () => {
    await deployed("first");
    await deployed("first", "second");
    project.write(name, { [name]: stack(name, { resource: data("first", "second", "third") }) });
  });
  const refused = async () => {
    const { exitCode, output } = await project.deploy(name).ended;
    expect([exitCode, await store.locks(name)]).toEqual([1, []]);
    return output;
  };

  describe.each<[string, RegExp, () => Promise<void>]>([
    ["truncated", /expected a state at s3:\/\/states\/qa\/terraform.tfstate, got "what is no JSON: .*\[state-corrupt\]/, () => store.put(key, kept[1]!.slice(0, kept[1]!.length / 2))],
    ["not-json", /got "what is no JSON: .*\[state-corrupt\]/, () => store.put(key, "<html>Sign in</html>")],
    ["emptied", /got "what is no JSON: .*\[state-corrupt\]/, () => store.put(key, "")],
    ["of-before", /expected the state of serial \d+ or newer, deployed by \S+ at \S+, got \d+; .*\[state-older\]/, () => store.put(key, kept[0]!)],
    ["lost", /expected the state at s3:\/\/states\/qa\/terraform.tfstate that was deployed by .*\[state-lost\]/, () => store.delete(key)],
  ])("%s", (kind, sentence, breaks) => {
    fault(`state-${kind}`, "nothing is planned on it, and the version before it comes back", async () => {
      await breaks();
      const broken = await store.object(key);
      expect(await refused()).toMatch(sentence);
      expect(await store.object(key)).toBe(broken);
      await store.undo(key);
      expect(await store.object(key)).toBe(kept[1]);
    });
  });

  fault("digest-wrong", "nothing is planned on it; with the digest of the object the deploy goes on, also after all of the above", async () => {
    const item = { LockID: `${bucket}/${key}-md5` };
    await store.putItem({ ...item, Digest: "0".repeat(32) });
    const digest = createHash("md5").update(kept[1]!).digest("hex");
    expect(await refused()).toMatch(new RegExp(`expected a state with the digest 0{32}, got "${digest}"; .*\\[state-digest\\]`));
    await store.putItem({ ...item, Digest: digest });
    expect(await project.deploy(name).ended).toMatchObject({ exitCode: 0, output: expect.stringContaining("1 to add") });
    expect([await store.resources(name), await store.locks(name)]).toEqual([addresses("first", "second", "third"), []]);
  });
});
