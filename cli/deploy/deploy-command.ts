import { relative } from "node:path";
import { type Problem, refuse } from "../../kernel/problem";
import { messageOf } from "../failure";
import { interruptible } from "../interrupt";
import { inPrivateFolder } from "../private-folder";
import { guardInput, unusedLines } from "../review/guard-input";
import { secondsSince } from "../plan/plan-layers";
import { Progress } from "../progress";
import { erroredStateProblem } from "../state/errored-state";
import { lockSentence, stateLocks } from "../state/state-lock";
import { placeOf } from "../state/state-place";
import { namedStack } from "../synth/named-stack";
import { environmentStacksTold } from "../synth/environment-stacks";
import type { Stack } from "../synth/stacks";
import { terraformEnding } from "../terraform/terraform-ending";
import { accountProblems } from "./account";
import { headOf } from "./commit";
import { type Confirm, confirmation, refuseWithoutTerminal, unasked } from "./confirmation";
import { DeployHistory } from "./deploy-history";
import { Deployment, type Kind, type LayerResult } from "./deployment";
import { leftBehind } from "./left-behind";
import { Reviewed } from "./reviewed";
import { saveOutputs } from "./saved-outputs";
import { chosenStacks } from "./targets";

export interface DeployOptions {
  readonly yes: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly target: readonly string[];
  readonly replace: readonly string[];
  readonly lockTimeout: string;
  readonly allowOlderCommit: boolean;
  readonly allow: readonly string[];
  /** A file that `review --json` wrote. */
  readonly reviewed?: string;
  readonly parallelism?: number;
}

/** What a deploy or destroy came to, as `--json` prints it. */
export interface Report {
  readonly environment: string;
  readonly command: Kind;
  readonly result: "done" | "not-applied" | "failed";
  readonly layers: readonly LayerResult[];
  /** The file with the outputs. */
  readonly outputs?: string;
  readonly error?: string;
  readonly seconds: number;
}

/** Deploys or destroys an environment, layer by layer. Ends with 0 when all is done, 2 when something was not applied, 1 when something failed or is refused. */
export async function deployCommand(root: string, environment: string, kind: Kind, options: DeployOptions): Promise<void> {
  const progress = new Progress(options.json ? process.stderr : process.stdout, options.quiet);
  const layers: LayerResult[] = [];
  const print = (report: object) => options.json && process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const report = await deploy({ root, environment, kind, options, progress, layers }).catch((error: Error) => {
    print({ environment, command: kind, result: "failed", layers, error: messageOf(error) });
    throw error;
  });
  print(report);
  process.exitCode = exitCodes[report.result];
}

const exitCodes = { done: 0, failed: 1, "not-applied": 2 } as const;

export interface Deploy {
  readonly root: string;
  readonly environment: string;
  readonly kind: Kind;
  readonly options: DeployOptions;
  readonly progress: Progress;
  /** Takes the place of the question on the terminal. */
  readonly confirm?: Confirm;
  /** Gets what became of each layer, also where a later one fails. */
  readonly layers?: LayerResult[];
}

export async function deploy({ root, environment, kind, options, progress, confirm, layers = [] }: Deploy): Promise<Report> {
  const begun = performance.now();
  if (confirm === undefined) refuseWithoutTerminal(kind, options.yes);
  const reviewed = options.reviewed === undefined ? undefined : Reviewed.from(options.reviewed, environment);
  const made = await environmentStacksTold(root, environment, progress);
  const { stacks, output } = made;
  const guard = kind === "deploy" ? await guardInput(root, environment, made, options.allow) : undefined;
  const judged = guard && { guard: { ...guard, allowed: [...guard.allowed, ...(reviewed?.allowed ?? [])] }, ...(reviewed && { reviewed }) };
  const { results, states } = await interruptible((signal) =>
    inPrivateFolder(async (folder) => {
      const chosen = chosenStacks(stacks, [...options.target, ...options.replace]);
      await refuseEarly(stacks);
      const head = await headOf(root);
      if (reviewed !== undefined && reviewed.commit !== head?.commit) progress.tell(`          reviewed at ${reviewed.commit?.slice(0, 12) ?? "no commit"}, and this is ${head?.commit.slice(0, 12) ?? "none"}: each plan is held against the review`);
      const history = new DeployHistory(root, kind, head, { allowOlder: options.allowOlderCommit, progress });
      await history.check(chosen);
      const asked = options.yes ? unasked : confirmation(progress, signal, wordOf(kind, environment, stacks));
      const deployment = new Deployment({ kind, progress, folder, signal, history, ...judged, confirm: confirm ?? asked, ...argumentsOf(options) }, layers);
      await deployment.run(stacks, chosen);
      return deployment;
    }),
    terraformEnding(environment, progress),
  );
  const result = resultOf(results);
  const outputs = kind === "deploy" ? saveOutputs(output, environment, stacks, states) : undefined;
  if (outputs !== undefined) progress.say(`  ok      outputs: ${relative(root, outputs.file)}${outputs.secret.length > 0 ? `; without the sensitive ${outputs.secret.join(", ")}` : ""}`);
  if (guard !== undefined && results.length === stacks.length) for (const line of unusedLines(guard, results)) progress.tell(line);
  if (kind === "destroy" && result === "done") for (const line of await leftBehind(environment, stacks)) progress.tell(line);
  progress.tell(`${environment}: ${closing[result]} (${secondsSince(begun).toFixed(1)} s)`);
  return { environment, command: kind, result, layers: results, ...(outputs && { outputs: relative(root, outputs.file) }), seconds: secondsSince(begun) };
}

const closing = { done: "done", failed: "refused", "not-applied": "there are changes that were not applied" } as const;

/** What would only be found out in the middle, or after a lock was taken. */
async function refuseEarly(stacks: readonly Stack[]): Promise<void> {
  refuse(stacks.flatMap(({ folder }) => erroredStateProblem(folder) ?? []));
  refuse(await accountProblems(stacks));
  refuse((await Promise.all(stacks.map(workspaceProblem))).flatMap((problem) => problem ?? []));
}

/** A run would wait for ever: Terraform Cloud knows no time after which it gives up. */
async function workspaceProblem(stack: Stack): Promise<Problem | undefined> {
  if (placeOf(stack).kind !== "cloud") return undefined;
  const [lock] = await stateLocks(stack);
  if (lock === undefined) return undefined;
  const { environment, layer } = namedStack(stack.folder);
  const own = lock.kind === "run" ? { why: "wait for it, or apply, discard or cancel it there" } : { why: "wait for them, or free it", suggestion: `npx platform unlock ${environment} ${layer} ${lock.id}` };
  return { path: stack.name, expected: "a state that nobody else works on", got: lockSentence(lock, { state: "elsewhere" }), ...own, rule: "state-locked" };
}

/** What has to be typed: to destroy, and for what serves people, the name. */
export function wordOf(kind: Kind, environment: string, stacks: readonly Pick<Stack, "json">[]): string | undefined {
  const production = stacks.some(({ json }) => json.output?.["production"]?.value === "true");
  return kind === "destroy" || production ? environment : undefined;
}

function argumentsOf({ target, replace, lockTimeout, parallelism }: DeployOptions) {
  const parallel = parallelism === undefined ? [] : [`-parallelism=${parallelism}`];
  return {
    planArgs: [...target.map((address) => `-target=${address}`), ...replace.map((address) => `-replace=${address}`), ...parallel],
    lockArgs: [`-lock-timeout=${lockTimeout}`],
    applyArgs: parallel,
  };
}

function resultOf(results: readonly LayerResult[]): Report["result"] {
  if (results.some(({ outcome }) => outcome === "refused")) return "failed";
  return results.some(({ outcome }) => ["declined", "waits", "unreviewed"].includes(outcome)) ? "not-applied" : "done";
}
