import { refuse } from "../kernel/problem";
import type { Commit } from "./commit";
import { olderCommitProblem, writeRecord } from "./deploy-record";
import type { Kind } from "./deployment";
import type { Progress } from "./progress";
import type { Stack } from "./stacks";
import type { StateFile } from "./state-file";

/** What was deployed before, and what is now. Outside of git there is none. */
export class DeployHistory {
  constructor(
    private readonly root: string,
    private readonly kind: Kind,
    private readonly head: Commit | undefined,
    private readonly options: { readonly allowOlder: boolean; readonly progress: Progress },
  ) {}

  /** Refuses where a newer commit was deployed. */
  async check(stacks: readonly Stack[]): Promise<void> {
    if (this.head === undefined || this.kind === "destroy" || this.options.allowOlder) return;
    const found = await Promise.all(stacks.map((stack) => olderCommitProblem(this.root, stack).catch((error: Error) => this.warn("read", error))));
    refuse(found.flatMap((problem) => problem ?? []));
  }

  /** Also of an apply that came to no end: some of it is in the state. What cannot be written down was deployed all the same. */
  async add(stack: Stack, state: StateFile | undefined): Promise<void> {
    if (this.head === undefined) return;
    await writeRecord(stack, this.kind, this.head, state).catch((error: Error) => this.warn("written", error));
  }

  private warn(done: "read" | "written", { message }: Error): undefined {
    this.options.progress.tell(`          warning: the record of deploys beside the state could not be ${done}: ${message}`);
  }
}
