import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { itUnless } from "../skip";
import { endAll, startCommand, temporaryFolder } from ".";

const cwd = temporaryFolder();
const shell = (script: string) => startCommand("sh", ["-c", script], { cwd });
const lives = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it("a line is waited for, one that was told before as well, and the end has the exit code", async () => {
  const command = shell("echo one; sleep 0.2; echo two >&2; exit 3");
  expect(await command.waitFor(/^t/)).toBe("two");
  expect(await command.waitFor(/one/)).toBe("one");
  expect(await command.ended).toEqual({ exitCode: 3, signal: undefined, output: "one\ntwo" });
});

it("a line that never comes is an error with what came", async () => {
  await expect(shell("echo other").waitFor(/line/)).rejects.toThrow(new Error("expected a line like /line/, got none before the end\nother"));
  await expect(shell("echo other; sleep 9").waitFor(/line/, 0.3)).rejects.toThrow(new Error("expected a line like /line/, got none in 0.3 s\nother"));
});

it("a command that is not there is an error", async () => {
  await expect(startCommand("no-such-command", [], { cwd }).ended).rejects.toThrow("ENOENT");
});

it.each(["SIGKILL", "SIGINT", "SIGTERM"] as const)("%s ends it, and what it started lives on", async (signal) => {
  const command = shell("sleep 30 & echo started $!; wait");
  const child = Number((await command.waitFor(/started/)).split(" ")[1]);
  command.signal(signal);
  expect(await command.ended).toMatchObject({ exitCode: undefined, signal });
  expect(lives(child)).toBe(true);
  process.kill(child, "SIGKILL");
});

it("a signal to the group reaches all, as a terminal's Ctrl-C does", async () => {
  const command = shell("sh -c 'trap \"echo inner; exit\" TERM; echo ready; while :; do sleep 0.1; done' & trap 'wait; echo outer; exit 5' TERM; wait");
  await command.waitFor(/ready/);
  command.signal("SIGTERM", "group");
  expect(await command.ended).toMatchObject({ exitCode: 5, output: expect.stringMatching(/inner\n(?:Terminated\n)?outer/) as string });
}, 20_000);

it("one process below it can be signalled by its command line", async () => {
  const command = shell("sh -c 'sleep 31.7; echo killed'; echo went on");
  await setTimeout(300);
  command.signal("SIGKILL", /^sleep 31\.7/);
  expect((await command.ended).output).toContain("went on");
  expect(() => command.signal("SIGKILL", /^nothing/)).toThrow("expected a process that matches /^nothing/, got\n");
});

// The last one: it ends the file.
itUnless(existsSync("/proc/self/environ") ? undefined : "without /proc nobody says whose a process was", "what a killed command has left in a group of its own ends with the test file", async () => {
  const command = startCommand(process.execPath, ["-e", "console.log('started', require('child_process').spawn('sleep', ['60'], { detached: true }).pid); setInterval(() => {}, 1000)"], { cwd });
  const child = Number((await command.waitFor(/started/)).split(" ")[1]);
  command.signal("SIGKILL");
  await command.ended;
  expect(lives(child)).toBe(true);
  await endAll();
  for (let tries = 0; lives(child) && tries < 40; tries += 1) await setTimeout(50);
  expect(lives(child)).toBe(false);
});
