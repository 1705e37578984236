import { type AwsAccess, providerAccess } from "../aws-access";
import { eksGet } from "./eks-api";
import type { Finding } from "./finding";
import type { Look } from "./look";

interface Described {
  readonly status: string;
  readonly health?: { readonly issues?: readonly { readonly code?: string; readonly message?: string }[] };
}

/** A cluster or a node group on its way, or broken. */
export async function stuckFindings(look: Look): Promise<Finding[]> {
  const stack = look.stacks.find(({ json }) => json.resource?.["aws_eks_cluster"] !== undefined);
  const cluster = stack?.json.variable?.["cluster"]?.default?.["name"];
  if (stack === undefined || typeof cluster !== "string") return [];
  const access = providerAccess(stack);
  const found = await eksGet<{ readonly cluster: Described }>(access, `/clusters/${cluster}`);
  if (found === undefined) return [];
  const groups = await nodeGroups(access, cluster);
  const all = [{ what: `cluster ${cluster}`, wait: `aws eks wait cluster-<> --name ${cluster}`, described: found.cluster }, ...groups];
  return all.flatMap(({ what, wait, described }) => judged(look, stack.name, what, wait, described));
}

async function nodeGroups(access: AwsAccess, cluster: string) {
  const listed = await eksGet<{ readonly nodegroups: readonly string[] }>(access, `/clusters/${cluster}/node-groups`);
  const described = (listed?.nodegroups ?? []).map(async (name) => {
    const group = await eksGet<{ readonly nodegroup: Described }>(access, `/clusters/${cluster}/node-groups/${name}`);
    return group === undefined ? [] : [{ what: `node group ${name}`, wait: `aws eks wait nodegroup-<> --cluster-name ${cluster} --nodegroup-name ${name}`, described: group.nodegroup }];
  });
  return (await Promise.all(described)).flat();
}

function judged(look: Look, layer: string, what: string, wait: string, { status, health }: Described): Finding[] {
  if (status === "ACTIVE") return [];
  const issues = (health?.issues ?? []).map(({ code, message }) => `${code ?? "?"}: ${message ?? ""}`).join("; ");
  const found = `${what} is ${status}${issues === "" ? "" : ` (${issues})`}`;
  const deploy = `npx platform deploy ${look.environment}`;
  if (status === "DELETING") return [{ id: "eks-deleting", layer, found, means: "it goes; what would be made in its place fails until it is gone", mend: [`${wait.replace("<>", "deleted")} && ${deploy}`] }];
  if (/FAILED|DEGRADED/.test(status)) return [{ id: "eks-failed", layer, found, means: "it does not become whole by itself: the cause is in the words of EKS", mend: ["# mend the cause; of what was never whole, the next deploy makes a new one where the state has it as tainted", deploy] }];
  const means = "a creation takes about 10 minutes, an update up to an hour; a deploy meanwhile fails or waits. If it was cut off, it is whole afterwards: untaint or adopt it instead of making it again";
  return [{ id: "eks-on-its-way", layer, found, means, mend: [`${wait.replace("<>", "active")} && npx platform doctor ${look.environment}`] }];
}
