import { relative } from "node:path";
import { type KeptState, keptState, parsed } from "../state/kept-state";
import type { StateFile } from "../state/state-file";
import { placeOf } from "../state/state-place";
import { workspaceState } from "../state/workspace-state";
import type { Stack } from "../synth/stacks";
import { patient } from "../terraform-cloud/patience";
import { type Unowned, unownedIn } from "./unowned";

/** What every check looks at. What several need is read once. */
export class Look {
  private lost: Promise<Unowned[]> | undefined;
  private readonly kept = new Map<string, Promise<KeptState | undefined>>();

  constructor(readonly root: string, readonly environment: string, readonly stacks: readonly Stack[], readonly signal?: AbortSignal) {}

  /** Throws where the backend refuses. */
  keptState(stack: Stack): Promise<KeptState | undefined> {
    let kept = this.kept.get(stack.name);
    if (kept === undefined) this.kept.set(stack.name, (kept = this.read(stack)));
    return kept;
  }

  /** Of Terraform Cloud the state alone. Whoever waits for a diagnosis waits for no server. */
  private async read(stack: Stack): Promise<KeptState | undefined> {
    const place = placeOf(stack);
    if (place.kind !== "cloud") return keptState(stack);
    const bytes = await workspaceState(place, { patience: { ...patient, retries: 1 }, ...(this.signal && { signal: this.signal }) });
    return { bytes, digest: undefined, record: undefined };
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
