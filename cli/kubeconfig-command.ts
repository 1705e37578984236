import { existsSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { kubeconfig } from "../aws/kubeconfig";
import { ProblemsError } from "../kernel/problem";
import { writeFileAtomic } from "./atomic-file";
import { interruptible } from "./interrupt";
import { currentContext, mergedKubeconfig } from "./kubeconfig-file";
import { inPrivateFolder } from "./plan-layer";
import { clusterStack, type Stack, stacksIn } from "./stacks";
import { StateAccess } from "./state-access";
import { synth } from "./synth";
import { shellLine } from "./terraform-env";

export interface KubeconfigOptions {
  /** @default a file of the environment's own, so that a shell reaches one cluster only, and on purpose */
  readonly file?: string;
  readonly profile?: string;
  /** @default the environment's deploying role; with a profile, none: whoever the profile is */
  readonly roleArn?: string;
}

/** Writes how kubectl reaches an environment's cluster, and prints the line with which a shell uses it. */
export async function kubeconfigCommand(root: string, environment: string, { file: chosen, profile, roleArn }: KubeconfigOptions): Promise<void> {
  const { output, messages } = await synth({ root, environment });
  if (messages !== "") process.stderr.write(`${messages}\n`);
  const stack = clusterStack(stacksIn(join(root, output)));
  const { name, arn, ...api } = await clusterOf(stack);
  const role = roleArn ?? (profile === undefined ? deployingRole(stack) : undefined);
  const entry = `eks-platform:${arn}`;
  const config = kubeconfig<string>({ context: environment, entry, clusterName: name, region: arn.split(":")[3]!, profile: profile ?? null, roleArn: role ?? null, ...api });
  const file = realPath(resolve(chosen ?? join(homedir(), ".kube", "eks-platform", `${environment}.yaml`)));
  const text = mergedKubeconfig(file, existsSync(file) ? readFileSync(file, "utf8") : "", config);
  writeFileAtomic(file, text, 0o600);
  process.stderr.write(`${file}: context ${environment}, ${role === undefined ? `as ${profile === undefined ? "whoever the shell is" : `profile ${profile}`}` : `as ${role}`}\n`);
  process.stdout.write(`${shellLine("KUBECONFIG", file)}\n`);
  const current = currentContext(text);
  if (current !== environment) process.stderr.write(`the current context stays ${String(current)}: kubectl --context ${environment}, or kubectl config use-context ${environment}\n`);
}

async function clusterOf(stack: Stack) {
  const state = await interruptible((signal) => inPrivateFolder((folder) => new StateAccess(stack, stack.folder, folder, { signal }).pull()));
  const output = (name: string) => (state?.outputs[name] as { readonly value?: string } | undefined)?.value;
  const [name, arn, endpoint, certificateAuthority] = ["cluster_name", "cluster_arn", "cluster_endpoint", "cluster_certificate_authority_data"].map(output);
  if (name === undefined || arn === undefined || endpoint === undefined || certificateAuthority === undefined) {
    throw new ProblemsError([{ path: stack.name, expected: "a cluster that was deployed", why: `deploy it first: npx cdktf deploy ${stack.name}`, rule: "cluster-not-deployed" }]);
  }
  return { name, arn, endpoint, certificateAuthority };
}

/** The role with which the environment is deployed. */
function deployingRole({ json }: Stack): string | undefined {
  const [assumed] = (json.provider?.["aws"]?.[0]?.["assume_role"] ?? []) as readonly { readonly role_arn?: string }[];
  return assumed?.role_arn;
}

/** Where a link leads: to put a file in the place of the link would part the two. */
function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : file;
}
