import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Problem, ProblemsError, refuse } from "../../kernel/problem";
import { interruptible } from "../interrupt";
import { Progress } from "../progress";
import { StateAccess } from "../state/state-access";
import { addressOf, declares, emptied, holds, partOf, type StateFile } from "../state/state-file";
import { type Stack, stacksIn } from "../synth/stacks";
import { synth } from "../synth/synth";
import { uncleanStacks } from "./copied-plan";
import { inPrivateFolder } from "../private-folder";

interface Kept {
  readonly access: StateAccess;
  readonly state: StateFile | undefined;
}

/**
 * Moves the state of an environment to the layout that its file says: from one stack into layers, or back. Nothing is
 * written before the plans of all new states are clean, and an old state is emptied when all new ones are there.
 */
export async function changeLayout(root: string, environment: string, progress = new Progress()): Promise<void> {
  const other = join(root, ".cache", `layout-${process.pid}`);
  try {
    const { output, stacks } = await progress.step("synth", () => synth({ root, environment }), (made) => made.stacks.join(", "));
    const before = await progress.step("synth of the other layout", () => synth({ root, environment, output: other, otherLayout: true }), (made) => made.stacks.join(", "));
    const [from, to] = [stacksIn(other, before.stacks), stacksIn(join(root, output), stacks)];
    await interruptible((signal) => inPrivateFolder((folder) => new LayoutChange(root, join(root, output), folder, progress, signal).make(environment, from, to)));
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
}

class LayoutChange {
  constructor(
    private readonly root: string,
    private readonly output: string,
    private readonly folder: string,
    private readonly progress: Progress,
    private readonly signal: AbortSignal,
  ) {}

  async make(environment: string, from: readonly Stack[], to: readonly Stack[]): Promise<void> {
    const [sources, targets] = await this.progress.step("read the states", async () => [await this.kept(from), await this.kept(to)] as const);
    const full = sources.flatMap(({ state }) => (isFull(state) ? [state] : []));
    if (full.length === 0) {
      this.progress.say(`nothing to move: ${names(sources)} ${sources.length === 1 ? "has" : "have"} no resources`);
      return;
    }
    const known = sources.flatMap(({ state }) => state ?? []);
    const parts = targets.map(({ access }) => partOf(known, access.stack));
    refuse([...unplaced(full, targets), ...taken(targets, parts)]);
    if (!targets.every(({ state }, index) => isFull(state) && holds(state, parts[index]!))) await this.write(environment, sources, targets, parts);
    await this.empty(sources, targets);
  }

  private async kept(stacks: readonly Stack[]): Promise<Kept[]> {
    return Promise.all(stacks.map(async (stack) => {
      const access = new StateAccess(stack, join(this.output, "stacks", stack.name), join(this.folder, "state", stack.name), { signal: this.signal });
      return { access, state: await access.pull() };
    }));
  }

  private async write(environment: string, sources: readonly Kept[], targets: readonly Kept[], parts: readonly StateFile[]): Promise<void> {
    const copies = targets.map(({ access }, index) => ({ stack: access.stack, state: parts[index]! }));
    refuse(await this.progress.step("plan on copies", () => uncleanStacks(copies, join(this.folder, "copies"), { signal: this.signal }), (found) => (found.length === 0 ? "no changes" : "changes")));
    await this.progress.step("back up", () => Promise.resolve(this.backUp(environment, sources)), (place) => place);
    for (const [index, { access, state }] of targets.entries()) {
      const part = parts[index]!;
      if (isFull(state)) continue;
      await this.progress.step(`write ${access.stack.name}`, () => access.push(part), () => `${part.resources.length} resources`);
    }
  }

  /** The states hold secrets: whoever made the move alone reads them. */
  private backUp(environment: string, sources: readonly Kept[]): string {
    const folder = join(this.root, "state-backups", `${environment}-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "")}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const { access, state } of sources) if (state !== undefined) writeFileSync(join(folder, `${access.stack.name}.tfstate`), JSON.stringify(state, null, 2), { mode: 0o600 });
    return relative(this.root, folder);
  }

  private async empty(sources: readonly Kept[], targets: readonly Kept[]): Promise<void> {
    for (const { access, state } of sources) {
      if (!isFull(state)) continue;
      const now = await access.pull();
      if (now?.serial !== state.serial || now.lineage !== state.lineage) {
        const why = `somebody deployed meanwhile; the states of ${names(targets)} are those of before: take them away and run this again`;
        throw new ProblemsError([{ path: access.stack.name, expected: `its state at serial ${state.serial}`, got: now?.serial, why, rule: "layout-state-newer" }]);
      }
      await this.progress.step(`empty ${access.stack.name}`, () => access.push(emptied(state)));
    }
  }
}

/** What none of the new stacks has would be lost from every state. */
function unplaced(full: readonly StateFile[], targets: readonly Kept[]): Problem[] {
  const managed = full.flatMap(({ resources }) => resources).filter(({ mode }) => mode === "managed");
  const homeless = managed.filter((resource) => !targets.some(({ access }) => declares(access.stack.json, resource)));
  const why = "deploy in the old layout first, so that the state has what the program has";
  return homeless.map((resource) => ({ path: addressOf(resource), expected: `a resource of ${names(targets)}`, why, rule: "layout-unplaced" }));
}

function taken(targets: readonly Kept[], parts: readonly StateFile[]): Problem[] {
  return targets.flatMap(({ access, state }, index) => {
    if (!isFull(state) || holds(state, parts[index]!)) return [];
    const why = "what is in it did not come from the other layout; a key of one's own must differ between the layouts";
    return [{ path: access.stack.name, expected: "an empty state", got: `${state.resources.length} resources`, why, rule: "layout-state-taken" }];
  });
}

function isFull(state: StateFile | undefined): state is StateFile {
  return state !== undefined && state.resources.some(({ mode }) => mode === "managed");
}

function names(kept: readonly Kept[]): string {
  return kept.map(({ access }) => access.stack.name).join(", ");
}
