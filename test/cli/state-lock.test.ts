import { existsSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { age, type LockOwner, lockOwner, lockSentence, type StateLock, stateLocks } from "../../cli/state/state-lock";
import type { Stack } from "../../cli/synth/stacks";
import { useEmulator } from "../harness";
import { apply, bucket, makeStores, plainStack, put, s3Backend, stacksOf, table } from "./stacks-with-state";

const emulator = useEmulator();

beforeAll(async () => {
  Object.assign(process.env, emulator.environment);
  await makeStores(emulator);
});

/** Holds the state until there is a file `go`. */
const waiting = { one: { provisioner: { "local-exec": { command: "touch begun; until [ -e go ]; do sleep 0.05; done" } } } };
const object = (key: string) => ({ kind: "object", where: `s3://${bucket}/${key}.tflock` });
const item = (key: string) => ({ kind: "item", where: `dynamodb://${table}/${bucket}/${key}` });

const modes = stacksOf({
  both: plainStack(s3Backend("both"), waiting),
  file: plainStack(s3Backend("file", { locked: false }), waiting),
  table: plainStack(s3Backend("table", { lockFile: false }), waiting),
  local: plainStack({ local: { path: "terraform.local.tfstate" } }, waiting),
});
const found: Readonly<Record<string, (stack: Stack) => readonly object[]>> = {
  both: () => [object("both"), item("both")],
  file: () => [object("file")],
  table: () => [item("table")],
  local: ({ folder }) => [{ kind: "file", where: join(folder, ".terraform.local.tfstate.lock.info") }],
};

async function begun({ folder }: Stack): Promise<void> {
  for (let tries = 0; tries < 1200 && !existsSync(join(folder, "begun")); tries++) await sleep(50);
}

it("the lock of a Terraform at work is read in every mode, with its owner, and is gone when that has ended", async () => {
  await Promise.all(
    Object.entries(modes).map(async ([name, stack]) => {
      const applied = apply(stack, emulator.environment);
      await Promise.race([applied, begun(stack)]);
      const locks = await stateLocks(stack);
      const said = { id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string, operation: "OperationTypeApply", who: `${userInfo().username}@${hostname()}`, version: expect.stringMatching(/^1\./) as string };
      expect({ name, locks }).toEqual({ name, locks: found[name]!(stack).map((where) => ({ ...where, ...said, created: expect.stringMatching(/^\d{4}-/) as string })) });
      expect(new Set(locks.map(({ id }) => id)).size).toBe(1);
      expect(await lockOwner(locks[0]!, stack.folder)).toEqual({ state: "lives", pid: expect.any(Number) as number });
      put(stack, "go", "");
      await applied;
      expect(await stateLocks(stack)).toEqual([]);
    }),
  );
});

it("a lock that nobody can read is there, and says so", async () => {
  const { local } = stacksOf({ local: plainStack({ local: {} }) });
  put(local!, ".terraform.tfstate.lock.info", "");
  const [lock] = await stateLocks(local!);
  expect(lock).toMatchObject({ id: "", who: "" });
  expect(lockSentence(lock!, { state: "elsewhere" })).toBe(`there is a lock at ${join(local!.folder, ".terraform.tfstate.lock.info")} that says nothing of who took it`);
});

const hour = 3_600_000;
const lock: StateLock = { id: "a", kind: "object", where: "s3://b/k.tflock", who: `me@${hostname()}`, operation: "OperationTypeApply", created: "2026-11-21T10:00:00.123456Z", version: "1.11.4" };
const taken = Date.parse(lock.created);
const runs = (begunAt: number, folder?: string) => ({ pid: 7, begunAt, folder });

it.each<[string, Partial<StateLock>, ReturnType<typeof runs>[] | undefined, LockOwner]>([
  ["another machine", { who: "ci@runner-1" }, [], { state: "elsewhere" }],
  ["a machine that does not tell", {}, undefined, { state: "unknown" }],
  ["no Terraform", {}, [], { state: "gone" }],
  ["a Terraform that began after the lock", {}, [runs(taken + hour, __dirname)], { state: "gone" }],
  ["an older one in another folder", {}, [runs(taken - hour, "/elsewhere")], { state: "unknown" }],
  ["an older one, in a folder that nobody tells", {}, [runs(taken - hour)], { state: "unknown" }],
  ["an older one in the folder of the stack", {}, [runs(taken - hour, __dirname)], { state: "lives", pid: 7 }],
])("with %s the owner of a lock is judged by what this machine knows", async (_, changed, processes, owner) => {
  expect(await lockOwner({ ...lock, ...changed }, __dirname, Promise.resolve(processes))).toEqual(owner);
});

it.each<[LockOwner, string]>([
  [{ state: "gone" }, "no Terraform on this machine is old enough to hold it, so it was killed"],
  [{ state: "lives", pid: 7 }, "it still runs, as process 7"],
  [{ state: "unknown" }, "this machine cannot tell whether it still runs"],
  [{ state: "elsewhere" }, "that is another machine, so ask there whether it still runs"],
])("a lock is told in a sentence: %j", (owner, told) => {
  expect(lockSentence(lock, owner, taken + 2.1 * hour)).toBe(`me@${hostname()} took it for apply 2 h 6 min ago with Terraform 1.11.4; ${told}`);
});

it.each([[0, "0 min"], [59, "59 min"], [60, "1 h 0 min"], [1439, "23 h 59 min"], [1440, "1 d 0 h"], [-5, "0 min"]])("%d minutes are %s", (minutes, told) => {
  expect(age(lock.created, taken + minutes * 60_000)).toBe(told);
});
