import { join } from "node:path";
import { describe, refuse } from "../../kernel/problem";
import type { GuardInput } from "../../review/guards/guard-findings";
import { otherOwner } from "../../review/refusals/owner";
import { discardPlan } from "../plan/cloud-plan";
import type { PlanOptions } from "../plan/plan-layer";
import { noteOf, planFileOf, plannedLayer, type Planned, secondsSince, toldOf, type Waiting, waiting, waitsFor } from "../plan/plan-layers";
import { countsOf } from "../plan/plan-summary";
import type { Progress } from "../progress";
import { StateAccess } from "../state/state-access";
import { type StateFile, valuesOf } from "../state/state-file";
import type { Stack } from "../synth/stacks";
import { lockWait } from "../terraform/lock-wait";
import { lockedTerraform } from "../terraform/locked-terraform";
import { terraform } from "../terraform/terraform";
import type { Confirm } from "./confirmation";
import type { DeployHistory } from "./deploy-history";
import type { Reviewed } from "./reviewed";

export type Kind = "deploy" | "destroy";

/** What became of a layer. */
export type LayerResult = Done | Waiting | Failed;

interface Failed {
  readonly layer: string;
  readonly outcome: "failed";
}

export interface Done extends Omit<Planned, "outcome" | "outputs" | "digests"> {
  readonly outcome: "applied" | "unchanged" | "declined" | "refused" | "unreviewed";
}

export interface DeploymentOptions {
  readonly kind: Kind;
  readonly progress: Progress;
  /** A private folder, for plans and what else holds secrets. */
  readonly folder: string;
  readonly confirm: Confirm;
  readonly signal: AbortSignal;
  /** Arguments of plan alone, and of plan and apply. */
  readonly planArgs: readonly string[];
  readonly lockArgs: readonly string[];
  readonly applyArgs: readonly string[];
  readonly history: DeployHistory;
  /** By what guards are judged. Absent: they are not, as in a destroy. */
  readonly guard?: GuardInput;
  /** The review whose plans alone are applied. */
  readonly reviewed?: Reviewed;
}

/** Layers one after the other: planned, judged, told, confirmed, and then exactly that plan is applied. */
export class Deployment {
  /** The states of the layers, as far as they were read. */
  readonly states = new Map<string, StateFile>();

  /** `results` is filled as the layers come to their end. */
  constructor(private readonly options: DeploymentOptions, readonly results: LayerResult[] = []) {}

  /** Goes on until something is refused or declined. `chosen` are those to plan; the others are only read. */
  async run(stacks: readonly Stack[], chosen: readonly Stack[] = stacks): Promise<void> {
    for (const stack of this.options.kind === "deploy" ? stacks : stacks.toReversed()) {
      const result = chosen.includes(stack) ? await this.layer(stack).catch((error: unknown) => this.failed(stack, error)) : await this.read(stack);
      if (result === undefined) continue;
      this.results.push(result);
      if (["declined", "refused", "unreviewed"].includes(result.outcome)) return;
    }
  }

  private failed({ name }: Stack, error: unknown): never {
    this.results.push({ layer: name, outcome: "failed" });
    throw error;
  }

  private async layer(stack: Stack): Promise<LayerResult | undefined> {
    if (this.options.kind === "destroy") {
      await this.read(stack);
      // The plan of a destroy has no outputs, by which others know whose state it is.
      refuse(otherOwner(valuesOf(this.states.get(stack.name)?.outputs), valuesOf(stack.json.output)));
      if (!holdsResources(this.states.get(stack.name))) {
        this.options.progress.tell(`  ok      ${stack.name}: nothing to destroy`);
        return undefined;
      }
      return this.deployed(stack);
    }
    const missing = waitsFor(stack, (name) => Object.keys(this.states.get(name)?.outputs ?? {}));
    return missing === undefined ? this.deployed(stack) : waiting(stack, missing, this.options.progress);
  }

  private async deployed(stack: Stack): Promise<Done> {
    const { kind, progress, folder, planArgs, lockArgs, signal, confirm, guard, reviewed } = this.options;
    const begun = performance.now();
    const planFile = planFileOf(stack, folder);
    const options: PlanOptions = { signal, onLine: lockWait(stack, progress), args: [...(kind === "destroy" ? ["-destroy"] : []), ...lockArgs, ...planArgs], told: toldOf(this.results), ...(guard && { guard }) };
    const { outcome: _, outputs: __, digests, ...plan } = await plannedLayer(stack, planFile, progress, options);
    const done = (outcome: Done["outcome"]): Done => {
      if (progress.quiet) progress.tell(`  ${outcome === "applied" || outcome === "unchanged" ? "ok     " : outcome} ${stack.name}: ${countsOf(plan.summary)} (${secondsSince(begun).toFixed(1)} s)`);
      return { ...plan, outcome, seconds: secondsSince(begun) };
    };
    if (plan.problems.length > 0) {
      await this.discard(stack, planFile);
      return done("refused");
    }
    if (!plan.changed) {
      this.remember(stack, await this.pulled(stack));
      return done("unchanged");
    }
    const unreviewed = reviewed?.unreviewed(stack.name, digests);
    if (unreviewed?.kind === "too-early") {
      await this.discard(stack, planFile);
      progress.tell(unreviewed.line);
      return done("unreviewed");
    }
    if (unreviewed !== undefined) {
      await this.discard(stack, planFile);
      progress.tell(`          refused: ${describe(unreviewed.problem)}`);
      return { ...done("refused"), problems: [unreviewed.problem] };
    }
    const verb = kind === "destroy" ? "Destroy" : "Apply";
    const interrupted = async (error: unknown): Promise<never> => {
      await this.discard(stack, planFile);
      throw error;
    };
    if (!(await confirm(`${verb} ${stack.name}: ${countsOf(plan.summary)}?`).catch(interrupted))) {
      await this.discard(stack, planFile);
      progress.detail(`${stack.name} is left as it is`);
      return done("declined");
    }
    await this.apply(stack, planFile);
    return done("applied");
  }

  /** What is not discarded ends with the next apply. */
  private async discard({ name }: Stack, planFile: string): Promise<void> {
    await discardPlan(planFile).catch(({ message }: Error) => this.options.progress.tell(`          warning: the plan of ${name} could not be discarded: ${message}`));
  }

  /** Exactly this plan: Terraform refuses it where the state has become another one meanwhile. */
  private async apply(stack: Stack, planFile: string): Promise<void> {
    const { kind, progress, lockArgs, applyArgs, signal, history } = this.options;
    // While this one waited, for an answer or for a lock, somebody may have deployed something newer.
    await history.check([stack]);
    const args = ["apply", "-input=false", "-no-color", ...lockArgs, ...applyArgs, planFile];
    let state: StateFile | undefined;
    try {
      await progress.step(
        `${kind === "destroy" ? "destroy" : "apply"} ${stack.name}`,
        (note) => lockedTerraform(args, { cwd: stack.folder, signal, transcript: `${planFile}.apply.log`, onLine: noteOf(note, lockWait(stack, progress)) }),
        ({ output }) => /^(?:Apply|Destroy) complete! Resources: (.*)\.$/m.exec(output)?.[1] ?? "",
      );
      state = await this.pulled(stack);
      this.remember(stack, state);
    } finally {
      await history.add(stack, state);
    }
  }

  /** What the layers above read of a layer that is not planned. */
  private async read(stack: Stack): Promise<undefined> {
    const { folder, signal } = this.options;
    this.remember(stack, await new StateAccess(stack, stack.folder, join(folder, "read", stack.name), { signal }).pull());
  }

  private async pulled(stack: Stack): Promise<StateFile | undefined> {
    const { stdout } = await terraform(["state", "pull"], { cwd: stack.folder, signal: this.options.signal });
    return stdout.trim() === "" ? undefined : (JSON.parse(stdout) as StateFile);
  }

  private remember({ name }: Stack, state: StateFile | undefined): void {
    if (state !== undefined) this.states.set(name, state);
  }
}

function holdsResources(state: StateFile | undefined): boolean {
  return state !== undefined && state.resources.some(({ mode }) => mode === "managed");
}
