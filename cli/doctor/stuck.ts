import { DescribeClusterCommand, DescribeNodegroupCommand, EKSClient, ListNodegroupsCommand, ResourceNotFoundException } from "@aws-sdk/client-eks";
import { providerAccess } from "../aws-access";
import { clusterName } from "../synth/stacks";
import type { Finding } from "./finding";
import type { Look } from "./look";

/** As EKS answers of a cluster and of a node group alike. */
interface Described {
  readonly status?: string | undefined;
  readonly health?: { readonly issues?: readonly { readonly code?: string | undefined; readonly message?: string | undefined }[] | undefined } | undefined;
}

/** A cluster or a node group on its way, or broken. */
export async function stuckFindings(look: Look): Promise<Finding[]> {
  const stack = look.stacks.find((one) => clusterName(one) !== undefined);
  if (stack === undefined) return [];
  const cluster = clusterName(stack)!;
  const client = new EKSClient(providerAccess(stack));
  try {
    const found = await there(client.send(new DescribeClusterCommand({ name: cluster })));
    if (found?.cluster === undefined) return [];
    const all = [{ what: `cluster ${cluster}`, wait: `aws eks wait cluster-<> --name ${cluster}`, described: found.cluster }, ...(await nodeGroups(client, cluster))];
    return all.flatMap(({ what, wait, described }) => judged(look, stack.name, what, wait, described));
  } finally {
    client.destroy();
  }
}

async function nodeGroups(client: EKSClient, clusterName: string) {
  const listed = await there(client.send(new ListNodegroupsCommand({ clusterName })));
  const described = (listed?.nodegroups ?? []).map(async (name) => {
    const group = await there(client.send(new DescribeNodegroupCommand({ clusterName, nodegroupName: name })));
    return group?.nodegroup === undefined ? [] : [{ what: `node group ${name}`, wait: `aws eks wait nodegroup-<> --cluster-name ${clusterName} --nodegroup-name ${name}`, described: group.nodegroup }];
  });
  return (await Promise.all(described)).flat();
}

/** Nothing where AWS has no such thing. */
async function there<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

function judged(look: Look, layer: string, what: string, wait: string, { status = "?", health }: Described): Finding[] {
  if (status === "ACTIVE") return [];
  const issues = (health?.issues ?? []).map(({ code, message }) => `${code ?? "?"}: ${message ?? ""}`).join("; ");
  const found = `${what} is ${status}${issues === "" ? "" : ` (${issues})`}`;
  const deploy = `npx platform deploy ${look.environment}`;
  if (status === "DELETING") return [{ id: "eks-deleting", layer, found, means: "it goes; what would be made in its place fails until it is gone", mend: [`${wait.replace("<>", "deleted")} && ${deploy}`] }];
  if (/FAILED|DEGRADED/.test(status)) return [{ id: "eks-failed", layer, found, means: "it does not become whole by itself: the cause is in the words of EKS", mend: ["# mend the cause; of what was never whole, the next deploy makes a new one where the state has it as tainted", deploy] }];
  const means = "a creation takes about 10 minutes, an update up to an hour; a deploy meanwhile fails or waits. If it was cut off, it is whole afterwards: untaint or adopt it instead of making it again";
  return [{ id: "eks-on-its-way", layer, found, means, mend: [`${wait.replace("<>", "active")} && npx platform doctor ${look.environment}`] }];
}
