import { Command, InvalidArgumentError, Option } from "commander";
import type { KubeconfigOptions } from "./cluster/kubeconfig-command";
import type { OutputsOptions } from "./deploy/outputs-command";
import { projectRoot } from "./root";

const list = (value: string, before: readonly string[]) => [...before, value];
const allowHelp = "let a guard pass, everywhere or as <guard>:<address>=<reason> at one resource; may be given again";
/** Every command with its options. */
export const program = new Command("platform").description("An Amazon EKS platform: environments, modules and a local emulator").showHelpAfterError();

// A command's code is loaded when it is called: a synth does not pay for the demo. What imports modules or
// environments is a program of its own, so that a fault in one of them leaves the commands running.
program
  .command("synth")
  .description("write the Terraform JSON of every environment, or of one, to cdktf.out")
  .argument("[environment]")
  .action(async (environment?: string) => (await import("./synth/synth-command")).synthCommand(projectRoot, environment));

program
  .command("plan")
  .description("plan an environment, layer by layer; ends with 0 without changes, 2 with changes, 1 with an error")
  .argument("<environment>")
  .option("--allow <guard>=<reason>", allowHelp, list, [])
  .option("--json", "print the plan's summary as JSON; progress goes to stderr", false)
  .action(async (environment: string, options: { json: boolean; allow: string[] }) => (await import("./plan/plan-command")).planCommand(projectRoot, environment, options));

program
  .command("review")
  .description("say what a deploy of an environment would do, for whoever reviews it; ends with 0 without changes, 2 with changes, 1 where something failed or is refused")
  .argument("<environment>")
  .option("--local", "plan on this machine, without Terraform Cloud", false)
  .option("--no-assume-role", "plan as whoever the shell is, and not as provider.roleArn of the environment's file")
  .option("--host <name>", "of Terraform Enterprise; default: the environment's file")
  .option("--organization <name>", "default: the environment's file")
  .option("--terraform-version <version>", "that plans in Terraform Cloud; default: the one of this machine")
  .addOption(new Option("--timeout <duration>", "how long a run in Terraform Cloud may take, such as 90s or 2h").argParser(duration).default(30 * 60_000, "30m"))
  .option("--log", "print what Terraform prints", false)
  .option("--json [file]", "as JSON, on stdout or in a file")
  .option("--markdown [file]", "as Markdown")
  .option("--html <file>", "as one page")
  .option("--comment", "as the comment of the pull or merge request that a pipeline is for", false)
  .option("--pull-request <number>", "with --comment, where no event of GitHub names it", count)
  .option("--allow <guard>=<reason>", allowHelp, list, [])
  .action(async (environment: string, { timeout, ...options }: { timeout: number }) => (await import("./bundled-program")).loadBundled(projectRoot, "cli/review/review-program.ts", [JSON.stringify({ ...options, timeoutMs: timeout, environment })]));

program
  .command("review-cleanup")
  .description("delete the workspaces in Terraform Cloud that reviews of an environment have made; ends with 2 where that was declined")
  .argument("<environment>")
  .option("--host <name>", "of Terraform Enterprise; default: the environment's file")
  .option("--organization <name>", "default: the environment's file")
  .option("--yes", "ask nothing", false)
  .action(async (environment: string, options: object) => (await import("./bundled-program")).loadBundled(projectRoot, "cli/review/review-cleanup-program.ts", [JSON.stringify({ environment, ...options })]));

deployment("deploy", "plan, confirm and apply an environment, layer by layer; ends with 0 when done, 2 when something was not applied, 1 when something failed or is refused");
deployment("destroy", "the same for taking an environment away, from the top layer down");

program
  .command("outputs")
  .description("print the outputs of an environment; those that are sensitive by name alone")
  .argument("<environment>")
  .option("--json", "by stack, as JSON", false)
  .option("--show-sensitive <name>", "print this one, too")
  .action(async (environment: string, options: OutputsOptions) => (await import("./deploy/outputs-command")).outputsCommand(projectRoot, environment, options));

program
  .command("unlock")
  .description("free the lock of a layer that somebody left behind")
  .argument("<environment>")
  .argument("<layer>", "network, cluster or platform; all where the environment is one stack")
  .argument("<id>", "of the lock, as a refused deploy or the doctor names it")
  .option("--yes", "ask nothing", false)
  .action(async (environment: string, layer: string, id: string, options: object) => (await import("./bundled-program")).loadBundled(projectRoot, "cli/state/unlock-program.ts", [JSON.stringify({ environment, layer, id, ...options })]));

program
  .command("bootstrap")
  .description("make the store of an account's states, and move its own state into it; goes on where it has stopped")
  .argument("<account>")
  .option("--yes", "apply without a question", false)
  .action(async (account: string, options: { yes: boolean }) => (await import("./bundled-program")).runBundled(projectRoot, "cli/bootstrap/bootstrap-program.ts", [JSON.stringify({ account, ...options })]));

program
  .command("kubeconfig")
  .description("write how kubectl reaches an environment's cluster, and print the shell line that uses it")
  .argument("<environment>")
  .option("--file <path>", "a kubeconfig, whose other entries stay; default: ~/.kube/eks-platform/<environment>.yaml")
  .option("--profile <name>", "profile of the aws command")
  .option("--role-arn <arn>", "role to assume; with neither profile nor role: those with which Terraform reaches the cluster")
  .action(async (environment: string, options: KubeconfigOptions) => (await import("./cluster/kubeconfig-command")).kubeconfigCommand(projectRoot, environment, options));

program
  .command("leftovers")
  .description("list what controllers in an environment's cluster made in AWS and what is still there; ends with 2 if anything is")
  .argument("<environment>")
  .option("--json", "print it as JSON", false)
  .action(async (environment: string, options: { json: boolean }) => (await import("./bundled-program")).runBundled(projectRoot, "cli/cluster/leftovers-program.ts", [JSON.stringify({ environment, ...options })]));

program
  .command("doctor")
  .description("say what is wrong around an environment, and the command that mends it; ends with 0 without a finding, 2 with one, 1 where it could not look")
  .argument("<environment>")
  .option("--json", "print it as JSON", false)
  .option("--adopt", "import what is in AWS, in no state, and surely what the next deploy would make", false)
  .option("--yes", "with --adopt: ask nobody", false)
  .action(async (environment: string, options: { json: boolean; adopt: boolean; yes: boolean }) => (await import("./bundled-program")).runBundled(projectRoot, "cli/doctor/doctor-program.ts", [JSON.stringify({ environment, ...options })]));

program
  .command("change-layout")
  .description("move the state of an environment to the layout that its file says; nothing is replaced")
  .argument("<environment>")
  .action(async (environment: string) => (await import("./plan/change-layout")).changeLayout(projectRoot, environment));

program
  .command("demo")
  .description("deploy the local environment to an emulator on this machine, show it, and destroy it")
  .option("--keep", "leave it running until Ctrl-C", false)
  .action(async ({ keep }: { keep: boolean }) => (await import("./demo/demo")).demo(projectRoot, { keep }));

program
  .command("emulator")
  .description("run the local AWS until Ctrl-C, and print the shell lines that reach it")
  .option("--port <number>", "a fixed port on 127.0.0.1", port)
  .action(async (options: { port?: number }) => (await import("./emulator-command")).emulatorCommand(options));

program
  .command("test")
  .description("type check, lint and all tests; arguments go to jest")
  .argument("[jest arguments...]")
  .allowUnknownOption()
  .helpOption(false)
  .action(async (args: string[]) => (await import("./test-command")).testCommand(projectRoot, args));

program
  .command("generate")
  .description("write the Terraform modules to generated/ and the rule list to docs/rules.md")
  .option("--aws <version>", "oldest AWS provider that the modules run on: 5.100 or 6.25")
  .option("--check", "write nothing; fail where something differs")
  .action(async (options: { aws?: string; check?: boolean }) => (await import("./bundled-program")).runBundled(projectRoot, "cli/generate/generate-program.ts", [JSON.stringify(options)]));

program
  .command("publish")
  .description("publish the newest release of the modules; says what it would do, and ends with 2 where that is anything")
  .argument("[modules...]", "by name; none is all")
  .option("--archives <folder>", "to a folder: tar.gz files with checksums and provenance")
  .option("--git <template>", "to a git remote for each module: git@github.com:example/terraform-{provider}-{name}.git")
  .option("--git-monorepo <remote>", "to one git remote for all modules")
  .option("--registry <address>", "to a private registry of Terraform Cloud or Enterprise: app.terraform.io/example")
  .option("--aws <version>", "one line: 5.100 or 6.25; default: both")
  .option("--prerelease <suffix>", "of the release that is being prepared: rc.1")
  .option("--yes", "publish", false)
  .action(async (modules: string[], options: object) => (await import("./bundled-program")).runBundled(projectRoot, "cli/publish/publish-program.ts", [JSON.stringify({ ...options, modules })]));

program
  .command("new")
  .description("begin something of your own")
  .command("module")
  .description("write inputs, body, test and page of a module to begin with, and list it in modules/index.ts")
  .argument("<name>", "kebab-case, such as message-queues")
  .action(async (name: string) => (await import("./new-module/new-module-command")).newModuleCommand(projectRoot, name));

program
  .command("release")
  .description("close the release of the modules that is being prepared: set its day and record what the next one is held against")
  .action(async () => (await import("./bundled-program")).runBundled(projectRoot, "cli/release/release-program.ts", []));

program
  .command("bench")
  .description("measure; arguments go to the benches")
  .argument("[arguments...]")
  .allowUnknownOption()
  .helpOption(false)
  .action(async (args: string[]) => (await import("./bundled-program")).runBundled(projectRoot, "bench/main.ts", args));

program
  .command("access-entries")
  .description("print an aws-auth ConfigMap as access entries of an environment, or of the cluster module")
  .argument("<file>", "what kubectl get configmap aws-auth -n kube-system -o yaml prints; - reads it from a pipe")
  .option("--hcl", "for the module, in HCL", false)
  .action(async (file: string, options: { hcl: boolean }) => (await import("./cluster/access-entries")).accessEntriesCommand(file, options));

program
  .command("adopt")
  .description("write what takes over terraform-aws-vpc 5 or 6 and terraform-aws-eks 20 or 21: module calls, and where each resource of the state goes")
  .requiredOption("--state <file>", "what terraform state pull or terraform show -json prints; - reads it from a pipe")
  .requiredOption("--into <folder>", "the root module's folder; nothing in it is overwritten")
  .option("--out-of <folder>", "the root module that has them now, where --into is another with a state of its own: import blocks there, removed blocks here")
  .option("--source <text>", "source of the modules; <name> is replaced", "./generated/<name>")
  .action(async (options: object) => (await import("./bundled-program")).runBundled(projectRoot, "cli/adopt/adopt-program.ts", [JSON.stringify(options)]));

program
  .command("terraform-env")
  .description("print the shell lines that let `npx cdktf` install providers as these commands do")
  .action(async () => (await import("./terraform/terraform-env")).terraformEnv());

/** Both go the same way, and take the same words. */
function deployment(kind: "deploy" | "destroy", description: string): void {
  const command = program.command(kind).description(description).argument("<environment>");
  if (kind === "deploy") command.option("--replace <address>", "make a resource anew; may be given again", list, []).option("--allow <guard>=<reason>", allowHelp, list, []).option("--reviewed <file>", "apply only the plans that `review --json` has written there").option("--allow-older-commit", "also where a commit was deployed that this checkout does not contain; outside of git nothing is compared", false);
  command
    .option("--target <address>", "this resource and what it needs alone; may be given again", list, [])
    .option("--yes", "ask nothing", false)
    .option("--lock-timeout <duration>", "how long to wait for somebody else's lock", "2m")
    .option("--parallelism <number>", "how many resources at once", count)
    .option("--quiet", "a line for each layer", false)
    .option("--json", "print what was done as JSON; progress goes to stderr", false)
    .action(async (environment: string, options: object) => (await import("./bundled-program")).loadBundled(projectRoot, "cli/deploy/deploy-program.ts", [JSON.stringify({ replace: [], allow: [], ...options, environment, kind })]));
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("expected a number from 1");
}

/** In milliseconds. */
function duration(text: string): number {
  const [, number, unit] = /^([1-9]\d*)(s|m|h)$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError("expected a number with s, m or h");
  return Number(number) * { s: 1000, m: 60_000, h: 3_600_000 }[unit as "s" | "m" | "h"];
}

function port(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new InvalidArgumentError("expected a number from 1 to 65535");
}
