import { execa } from "execa";
import { describe, ProblemsError } from "../../kernel/problem";
import { findTerraform } from "../terraform/terraform";
import type { Finding } from "./finding";
import type { Look } from "./look";

const node = { from: [20, 5], below: 23 };

/** What must be on this machine. */
export async function toolFindings(): Promise<Finding[]> {
  return [...nodeFindings(process.versions.node), ...(await terraformFindings()), ...(await gitFindings())];
}

/** Whether somebody else's Terraform is newer. */
export async function stateVersionFindings(look: Look): Promise<Finding[]> {
  // A Terraform that is missing or too old has a finding of its own.
  const running = await findTerraform().catch(() => undefined);
  if (running === undefined) return [];
  const states = await Promise.all(look.stacks.map(async (stack) => ({ stack, state: await look.state(stack) })));
  return states.flatMap(({ stack, state }) => newerState(stack.name, state?.terraform_version, running.version));
}

export function nodeFindings(version: string): Finding[] {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if ((major > node.from[0]! || (major === node.from[0] && minor >= node.from[1]!)) && major < node.below) return [];
  return [{ id: "node-version", found: `Node ${version}`, means: "the commands are tested with Node 20.5 to 22", mend: ["# install Node 22: https://nodejs.org/en/download"] }];
}

async function terraformFindings(): Promise<Finding[]> {
  try {
    await findTerraform();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return [{ id: "terraform-version", found: error.problems.map(describe).join("; "), means: "nothing can be planned or deployed with it", mend: ["# install it: https://developer.hashicorp.com/terraform/install"] }];
  }
}

/** Terraform 1.11.4 reads the state of a 1.99 without a word (tried, 2026-11-21). */
export function newerState(layer: string, written: string | undefined, running: string): Finding[] {
  if (written === undefined || !isNewer(written, running)) return [];
  const means = "somebody deploys with a newer one; Terraform goes on with the older, and may lose what only the newer one knows";
  return [{ id: "terraform-older-than-state", layer, found: `the state was written by Terraform ${written}, here is ${running}`, means, mend: [`# install Terraform ${written}: https://developer.hashicorp.com/terraform/install`] }];
}

function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split("-")[0]!.split(".").map(Number)) as [number[], number[]];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && a[at]! > (b[at] ?? 0);
}

async function gitFindings(): Promise<Finding[]> {
  const { failed } = await execa("git", ["--version"], { reject: false, stdin: "ignore" });
  return failed ? [{ id: "git-missing", found: "no git on the PATH", means: "a deploy does not know its commit, and says so in its record", mend: ["# install git: https://git-scm.com/downloads"] }] : [];
}
