import { relative } from "node:path";
import { type KeptState, keptState, parsed } from "../state/kept-state";
import type { StateFile } from "../state/state-file";
import type { Stack } from "../synth/stacks";
import { type Unowned, unownedIn } from "./unowned";

/** What every check looks at. What several need is read once. */
export class Look {
  private lost: Promise<Unowned[]> | undefined;
  private readonly kept = new Map<string, Promise<KeptState | undefined>>();

  constructor(readonly root: string, readonly environment: string, readonly stacks: readonly Stack[], readonly signal?: AbortSignal) {}

  /** Throws where the backend refuses. */
  keptState(stack: Stack): Promise<KeptState | undefined> {
    let kept = this.kept.get(stack.name);
    if (kept === undefined) this.kept.set(stack.name, (kept = keptState(stack)));
    return kept;
  }

  /** Nothing where it was never written, cannot be reached or is none: there are findings of their own for that. */
  async state(stack: Stack): Promise<StateFile | undefined> {
    const kept = await this.keptState(stack).catch(() => undefined);
    if (kept?.bytes === undefined || kept.bytes.length === 0) return undefined;
    const state = parsed(kept.bytes);
    return typeof state === "string" ? undefined : state;
  }

  unowned(): Promise<Unowned[]> {
    return (this.lost ??= unownedIn(this));
  }

  /** `terraform` in the folder of a stack, as somebody types it in the checkout. */
  terraform({ folder }: Stack, ...args: readonly string[]): string {
    return ["terraform", `-chdir=${relative(this.root, folder)}`, ...args].join(" ");
  }
}
