import { type Problem, refuse } from "../../kernel/problem";
import type { Progress } from "../progress";
import { keptState } from "../state/kept-state";
import type { StateFile } from "../state/state-file";
import { stateProblems } from "../state/state-problems";
import type { Stack } from "../synth/stacks";
import type { Commit } from "./commit";
import { olderCommitProblem, parsedRecord, writeRecord } from "./deploy-record";
import type { Kind } from "./deployment";

/** What was deployed before, and what is now. Outside of git nothing is written down. */
export class DeployHistory {
  constructor(
    private readonly root: string,
    private readonly kind: Kind,
    private readonly head: Commit | undefined,
    private readonly options: { readonly allowOlder: boolean; readonly progress: Progress },
  ) {}

  /** Refuses a state that is not the one that was written last, and where a newer commit was deployed. */
  async check(stacks: readonly Stack[]): Promise<void> {
    const found = await Promise.all(stacks.map((stack) => this.problems(stack).catch((error: Error) => this.warn("read", error))));
    refuse(found.flatMap((problems) => problems ?? []));
  }

  private async problems(stack: Stack): Promise<Problem[]> {
    const kept = await keptState(stack);
    // Terraform Cloud keeps a history of its own.
    if (kept === undefined) return [];
    const record = parsedRecord(kept.record);
    const judged = this.head !== undefined && this.kind === "deploy" && !this.options.allowOlder;
    const older = judged ? await olderCommitProblem(this.root, stack, record) : undefined;
    return [...stateProblems(stack, kept, record), ...(older === undefined ? [] : [older])];
  }

  /** Also of an apply that came to no end: some of it is in the state. What cannot be written down was deployed all the same. */
  async add(stack: Stack, state: StateFile | undefined): Promise<void> {
    if (this.head === undefined) return;
    await writeRecord(stack, this.kind, this.head, state).catch((error: Error) => this.warn("written", error));
  }

  private warn(done: "read" | "written", { message }: Error): undefined {
    this.options.progress.tell(`          warning: the state and the record of deploys beside it could not be ${done}: ${message}`);
  }
}
