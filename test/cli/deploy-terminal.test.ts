import { chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CommandProject, type Step } from "./command-project";
import { write } from "./temporary";

const project = new CommandProject();
const deploy = [process.execPath, "cli/start.mjs", "deploy", "qa"];
const question: Step = { shows: "Apply qa-network: 2 to add? [y/N]", type: "y\n" };
const ctrlC = "\x03";
const slow = { network: { first: "a after sleep 3", second: "network.first" } };
const working: Step = { shows: "first: Provisioning", after: 0.5 };
const goodOrder = "interrupted: Terraform is ending in good order, saves the state and gives back the lock …";

beforeEach(() => project.layers(slow, "layered"));

it("a deploy asks, and goes on with a y alone", async () => {
  expect(await project.inTerminal(deploy, [{ ...question, type: "\n" }])).toMatchObject({ exitCode: 2, screen: expect.stringContaining("qa-network is left as it is") });
  expect(project.held("qa-network")).toEqual([]);
});

it("Ctrl-C, which npx passes on once more, lets Terraform end in good order: the state is saved, the lock is free, nothing is left behind", async () => {
  const { screen } = await project.inTerminal(["npx", "platform", "deploy", "qa"], [question, { ...working, type: ctrlC }]);
  expect(screen).toContain(goodOrder);
  expect(screen).not.toContain("Stop it at once?");
  expect({ held: project.held("qa-network"), locked: project.locked("qa-network"), left: leftFolders() }).toEqual({ held: ["network_first"], locked: false, left: [] });
});

it("a second Ctrl-C asks whether to stop Terraform at once, and a no changes nothing", async () => {
  const again: Step = { shows: "Stop it at once? [y/N]", type: "n\n" };
  const steps = [{ shows: "[y/N]", type: "y\n" }, { shows: "Creating", type: ctrlC }, { shows: "good order", after: 0.7, type: ctrlC }, again, { shows: "n\r\n", after: 0.7, type: ctrlC }, { ...again, type: "y\n" }];
  const { exitCode, screen } = await project.inTerminal(deploy, steps, { TERRAFORM_BINARY_NAME: stubbornTerraform() });
  expect(exitCode).toBe(130);
  expect(screen).toContain("Its lock would stay, and what it is making may be in AWS and in no state; `npx platform doctor qa` finds both.");
  expect(existsSync(join(project.root, "stopped-by-second"))).toBe(true);
});

it("a command that is killed takes nothing from Terraform: it ends what it does, saves it and gives back the lock", async () => {
  project.layers({ network: { third: "a after sleep 3", fourth: "network.third" } }, "layered");
  await project.inTerminal([...deploy, "--yes"], [{ shows: "third: Provisioning", after: 0.5, kill: "SIGKILL" }]);
  expect(project.locked("qa-network")).toBe(true);
  for (let tries = 0; project.locked("qa-network") && tries < 100; tries += 1) await setTimeout(100);
  expect({ held: project.held("qa-network"), locked: project.locked("qa-network") }).toEqual({ held: ["network_fourth", "network_third"], locked: false });
  expect(leftFolders()).toHaveLength(1);
  expect(await project.command("plan", "qa")).toMatchObject({ exitCode: 0 });
  expect(leftFolders()).toEqual([]);
});

it("outputs are printed by stack, and none of a layer that was never applied", async () => {
  project.layers({ network: { third: "a", fourth: "network.third" }, cluster: { this: "network.third" } }, "layered");
  const { exitCode, stdout } = await project.command("outputs", "qa", "--json");
  expect({ exitCode, outputs: JSON.parse(stdout) as unknown }).toEqual({ exitCode: 0, outputs: { "qa-network": { network_third: "a", network_fourth: "a" }, "qa-cluster": {} } });
  expect((await project.command("outputs", "qa", "--show-sensitive", "network_thrd")).stderr).toContain(`qa: expected the name of an output, got "network_thrd"; try "network_third"   [unknown-output]`);
});

it("a lock is freed by its id alone, after its owner was shown", async () => {
  const lock = { ID: "0a", Operation: "OperationTypeApply", Who: "ann@build-7", Version: "1.11.4", Created: new Date(Date.now() - 7_500_000).toISOString() };
  const file = project.path("qa-network", ".terraform.qa-network.tfstate.lock.info");
  writeFileSync(file, JSON.stringify(lock));
  expect((await project.command("unlock", "qa", "network", "0b", "--yes")).stderr).toBe(`qa-network: expected the id of its lock, 0a, got "0b"; somebody else may have taken it since   [lock-id]`);
  const { exitCode, stdout } = await project.command("unlock", "qa", "network", "0a", "--yes");
  expect({ exitCode, stdout, locked: existsSync(file) }).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^qa-network: ann@build-7 took it for apply 2 h 5 min ago .*\nqa-network: free$/), locked: false });
  expect((await project.command("unlock", "qa", "network", "0a", "--yes")).stdout).toBe("qa-network: nobody holds a lock");
  expect((await project.command("unlock", "qa", "netwrok", "0a", "--yes")).stderr).toBe(`layer: expected one of the keys network, got "netwrok"; try "network"   [unknown-key]`);
});

/** Private folders of commands that run no more. */
function leftFolders(): string[] {
  return readdirSync(project.temporary).filter((name) => /^eks-platform-\d+-/.test(name) && !existsSync(`/proc/${name.split("-")[2]}`));
}

/** Terraform, but for an apply that takes its time to end. */
function stubbornTerraform(): string {
  const apply = `trap 'n=$((n+1)); [ $n = 1 ] || { touch ${project.root}/stopped-by-second; exit 1; }' INT\necho 'slow: Creating...'\nfor i in $(seq 200); do sleep 0.1; done`;
  write(project.root, { "stubborn-terraform": `#!/bin/sh\n[ "$1" = apply ] || exec terraform "$@"\n${apply}\n` });
  chmodSync(join(project.root, "stubborn-terraform"), 0o755);
  return join(project.root, "stubborn-terraform");
}
