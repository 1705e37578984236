import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { recordFolder } from "../../cli/release/release-record";
import { projectRoot } from "../../cli/root";
import { flavours } from "../../modules/targets";

/** The state of a platform that was made with the last release, and the configuration that called it. */
export interface RecordedState {
  readonly caller: string;
  readonly state: string;
}

/** Of the line that tests run on. Nothing before the first release. */
export function recordedState(root = projectRoot): RecordedState | undefined {
  const folder = recordFolder(root, Object.keys(flavours)[0]!);
  if (!existsSync(join(folder, "platform.tfstate"))) return undefined;
  return { caller: readFileSync(join(folder, "platform.tf"), "utf8"), state: readFileSync(join(folder, "platform.tfstate"), "utf8") };
}

export function recordState(folder: string, { caller, state }: RecordedState): void {
  const text = kept(state);
  const machine = ["127.0.0.1", "localhost", join(tmpdir(), "platform-"), homedir(), projectRoot].filter((word) => text.includes(word));
  if (machine.length > 0) throw new Error(`a state to record: expected nothing of this machine, got ${machine.join(", ")}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "platform.tf"), caller);
  writeFileSync(join(folder, "platform.tfstate"), text);
}

interface State {
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  readonly [key: string]: unknown;
}

/** A line for each resource; without results of checks, which the next plan has anew. */
function kept(state: string): string {
  const { resources, check_results: _, ...rest } = JSON.parse(state) as State;
  const lines = resources.map((resource) => `  ${JSON.stringify(resource)}`);
  return `${JSON.stringify(rest).slice(0, -1)},"resources":[\n${lines.join(",\n")}\n]}\n`;
}
