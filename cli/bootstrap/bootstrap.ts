import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ProblemsError, refuse } from "../../kernel/problem";
import { accountProblems } from "../deploy/account";
import { type Confirm, confirmation, refuseWithoutTerminal, unasked } from "../deploy/confirmation";
import { DeployHistory } from "../deploy/deploy-history";
import { Deployment } from "../deploy/deployment";
import { interruptible } from "../interrupt";
import { inPrivateFolder } from "../private-folder";
import type { Progress } from "../progress";
import { StateAccess } from "../state/state-access";
import { sameContent, type StateFile } from "../state/state-file";
import { type Stack, stacksIn } from "../synth/stacks";
import { synth } from "../synth/synth";
import { adoptWhatIsThere, forgetAdoption } from "./bootstrap-adoption";
import { BootstrapFolder } from "./bootstrap-folder";
import { keyOfStore, stateIsThere } from "./bootstrap-store";

export interface BootstrapOptions {
  readonly yes: boolean;
}

/**
 * Makes the store of an account, and moves the store's own state into it. Where it has stopped it goes on when it is run
 * again; when all is done it plans and applies like any other stack. Returns the exit code.
 */
export async function bootstrap(root: string, account: string, { yes }: BootstrapOptions, progress: Progress, confirm?: Confirm): Promise<number> {
  if (confirm === undefined) refuseWithoutTerminal("bootstrap", yes);
  const { output, stacks } = await progress.step("synth", () => synth({ root, account }), (made) => made.stacks.join(", "));
  const [stack] = stacksIn(join(root, output), stacks) as [Stack];
  return bootstrapStack(join(root, ".bootstrap", account), stack, progress, confirm ?? (yes ? unasked : undefined));
}

/** `home` is the folder in which the store is worked on until its state is in it. */
export async function bootstrapStack(home: string, stack: Stack, progress: Progress, confirm?: Confirm): Promise<number> {
  refuse(await accountProblems([stack]));
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return interruptible((signal) => inPrivateFolder((folder) => new Bootstrap(stack, new BootstrapFolder(home, stack), { progress, signal, folder, confirm: confirm ?? confirmation(progress, signal) }).run()));
}

interface Tools {
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** For plans, which hold secrets. */
  readonly folder: string;
  readonly confirm: Confirm;
}

class Bootstrap {
  constructor(private readonly stack: Stack, private readonly home: BootstrapFolder, private readonly tools: Tools) {}

  async run(): Promise<number> {
    const { progress } = this.tools;
    const [key, there] = await progress.step("look for the store", async () => [await keyOfStore(this.stack), await stateIsThere(this.stack)] as const, ([, found]) => (found ? "its state is in it" : "its state is not in it yet"));
    const exit = there ? await this.again(key) : await this.first();
    if (exit === 0) this.tell((await keyOfStore(this.stack))!);
    return exit;
  }

  /** The store is made with a local state, which then moves into it. */
  private async first(): Promise<number> {
    const { progress, signal } = this.tools;
    const local = await this.home.local({ signal });
    await progress.step("look for what an earlier run made", () => adoptWhatIsThere(local, this.stack, { signal }), (found) => (found.length === 0 ? "nothing" : `taken over: ${found.join(", ")}`));
    const exit = await this.deploy(local);
    forgetAdoption(local);
    if (exit !== 0) return exit;
    const key = await keyOfStore(this.stack);
    if (key === undefined) throw new Error(`bug: ${this.stack.name} was applied and has no key`);
    const before = this.home.localState()!;
    const remote = await progress.step("move the state into the store", () => this.moved(key, before), () => `serial ${before.serial}`);
    await this.removeLocal(remote, before);
    return 0;
  }

  /** Not by Terraform's own migration, which gives the copy another lineage. */
  private async moved(key: string, state: StateFile, how = {}): Promise<Stack> {
    const { folder, signal } = this.tools;
    const remote = await this.home.remote(key, { signal });
    await new StateAccess(remote, remote.folder, join(folder, "moved"), { signal }).push(state, how);
    return remote;
  }

  /** The state is in the store. What is left of the local one goes when the store holds at least as much. */
  private async again(key: string | undefined): Promise<number> {
    if (key === undefined) throw new ProblemsError([{ path: this.stack.name, expected: "the key of the store, by its alias or in the account's file", why: "its state is there, and cannot be written without it", rule: "store-key" }]);
    const { signal } = this.tools;
    const remote = await this.home.remote(key, { signal });
    const left = this.home.localState();
    if (left !== undefined) {
      const kept = await new StateAccess(remote, remote.folder, join(this.tools.folder, "found"), { signal }).pull();
      if (kept !== undefined && isHalfMoved(kept, left)) await this.moved(key, left, { over: true });
      await this.removeLocal(remote, left);
    }
    return this.deploy(remote);
  }

  private async removeLocal(remote: Stack, left: StateFile): Promise<void> {
    const { progress, folder, signal } = this.tools;
    await progress.step(
      "compare the states, and remove the local one",
      async () => {
        const kept = await new StateAccess(remote, remote.folder, join(folder, "compared"), { signal }).pull();
        refuse(differences(this.stack.name, kept, left));
        this.home.removeLocal();
      },
      () => `the store holds lineage ${left.lineage}`,
    );
  }

  private async deploy(stack: Stack): Promise<number> {
    const { progress, folder, signal, confirm } = this.tools;
    // The store belongs to no commit: its record would stand in it before it is there.
    const history = new DeployHistory(this.home.folder, "deploy", undefined, { allowOlder: true, progress });
    const deployment = new Deployment({ kind: "deploy", progress, folder, signal, confirm, history, planArgs: [], lockArgs: [], applyArgs: [] });
    await deployment.run([stack]);
    const outcome = deployment.results[0]?.outcome;
    return outcome === "applied" || outcome === "unchanged" ? 0 : outcome === "refused" ? 1 : 2;
  }

  private tell(keyArn: string): void {
    const { bucket, region, dynamodb_table: table } = this.stack.json.terraform.backend!["s3"]! as { bucket: string; region: string; dynamodb_table?: string };
    const said = { bucket, region, kmsKeyArn: keyArn, ...(table !== undefined && { table }) };
    const fields = Object.entries(said).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    this.tools.progress.tell(`environments of the account say\n  state: { s3: { ${fields.join(", ")} } },`);
  }
}

/** The first of the two writes of a move: all of it under a lineage of Terraform's own. */
function isHalfMoved(kept: StateFile, left: StateFile): boolean {
  return kept.lineage !== left.lineage && kept.serial <= left.serial && sameContent(kept, left);
}

/** The store may have gone on since; a state of another lineage is another's. */
function differences(name: string, kept: StateFile | undefined, left: StateFile) {
  // Terraform counts the write of a move, too.
  const counted = kept === undefined || kept.lineage !== left.lineage ? -1 : kept.serial - left.serial;
  if (counted > 1 || (counted >= 0 && sameContent(kept!, left))) return [];
  const shown = (state: StateFile | undefined) => (state === undefined ? undefined : `lineage ${state.lineage}, serial ${state.serial}, ${state.resources.length} resources`);
  return [{ path: name, expected: `a state in the store equal to the local one, ${shown(left)}`, got: shown(kept), why: "the local one is left where it is", rule: "store-state-differs" }];
}
