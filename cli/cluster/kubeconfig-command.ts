import { existsSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { kubeconfig } from "../../aws/kubeconfig";
import { ProblemsError } from "../../kernel/problem";
import { writeFileAtomic } from "../atomic-file";
import { interruptible } from "../interrupt";
import { inPrivateFolder } from "../private-folder";
import { StateAccess } from "../state/state-access";
import { environmentStacks } from "../synth/environment-stacks";
import { clusterStack, type Stack } from "../synth/stacks";
import { shellLine } from "../terraform/terraform-env";
import { currentContext, mergedKubeconfig } from "./kubeconfig-file";

export interface KubeconfigOptions {
  /** @default a file of the environment's own, so that a shell reaches one cluster only, and on purpose */
  readonly file?: string;
  /** With neither profile nor role, kubectl is whoever Terraform is in the cluster. */
  readonly profile?: string;
  readonly roleArn?: string;
}

/** Writes how kubectl reaches an environment's cluster, and prints the line with which a shell uses it. */
export async function kubeconfigCommand(root: string, environment: string, { file: chosen, ...asked }: KubeconfigOptions): Promise<void> {
  const { stacks, messages } = await environmentStacks(root, environment);
  if (messages !== "") process.stderr.write(`${messages}\n`);
  const { name, arn, ...api } = await clusterOf(clusterStack(stacks), environment);
  const { profile, roleArn } = Object.keys(asked).length > 0 ? asked : terraformIs(stacks);
  const entry = `eks-platform:${arn}`;
  const config = kubeconfig<string>({ context: environment, entry, clusterName: name, region: arn.split(":")[3]!, profile: profile ?? null, roleArn: roleArn ?? null, ...api });
  const file = realPath(resolve(chosen ?? join(homedir(), ".kube", "eks-platform", `${environment}.yaml`)));
  const text = mergedKubeconfig(file, existsSync(file) ? readFileSync(file, "utf8") : "", config);
  writeFileAtomic(file, text, 0o600);
  process.stderr.write(`${file}: context ${environment}, as ${roleArn ?? (profile === undefined ? "whoever the shell is" : `profile ${profile}`)}\n`);
  process.stdout.write(`${shellLine("KUBECONFIG", file)}\n`);
  const current = currentContext(text);
  if (current !== environment) process.stderr.write(`the current context stays ${String(current)}: kubectl --context ${environment}, or kubectl config use-context ${environment}\n`);
}

async function clusterOf(stack: Stack, environment: string) {
  const state = await interruptible((signal) => inPrivateFolder((folder) => new StateAccess(stack, stack.folder, folder, { signal }).pull()));
  const output = (name: string) => state?.outputs[name]?.value as string | undefined;
  const [name, arn, endpoint, certificateAuthority] = ["cluster_name", "cluster_arn", "cluster_endpoint", "cluster_certificate_authority_data"].map(output);
  if (name === undefined || arn === undefined || endpoint === undefined || certificateAuthority === undefined) {
    throw new ProblemsError([{ path: stack.name, expected: "a cluster that was deployed", why: `deploy it first: npx platform deploy ${environment}`, rule: "cluster-not-deployed" }]);
  }
  return { name, arn, endpoint, certificateAuthority };
}

/** Who Terraform is in the cluster; without a platform, who it is in AWS. */
function terraformIs(stacks: readonly Stack[]): Pick<KubeconfigOptions, "profile" | "roleArn"> {
  const providers = (name: string) => stacks.flatMap(({ json }) => json.provider?.[name] ?? []);
  const [exec] = providers("kubernetes").flatMap((provider) => (provider["exec"] ?? []) as readonly { readonly args: readonly string[] }[]);
  if (exec !== undefined) return { ...given("profile", after(exec.args, "--profile")), ...given("roleArn", after(exec.args, "--role-arn")) };
  const [assumed] = providers("aws").flatMap((provider) => (provider["assume_role"] ?? []) as readonly { readonly role_arn: string }[]);
  return given("roleArn", assumed?.role_arn);
}

function after(args: readonly string[], option: string): string | undefined {
  return args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
}

function given(name: "profile" | "roleArn", value: string | undefined) {
  return value === undefined ? {} : { [name]: value };
}

/** Where a link leads: to put a file in the place of the link would part the two. */
function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}
