import { setTimeout } from "node:timers/promises";
import { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { plannedResources } from "../../review/plan-json";
import type { LayerInput, ReviewInput } from "../../review/report/review-input";
import { providerAccess } from "../aws-access";
import type { Stack } from "../synth/stacks";

const patienceMs = 5000;

/** Free addresses in AWS now of the subnets that the plans know. Nothing where AWS does not tell: who may plan in Terraform Cloud needs no credentials here. */
export async function freeAddresses(stacks: readonly Stack[], layers: readonly LayerInput[]): Promise<Pick<ReviewInput, "freeAddresses">> {
  const ids = layers.flatMap((layer) => (layer.outcome === "planned" ? subnetIds(layer.plan) : []));
  const stack = stacks.find(({ json }) => json.provider?.["aws"] !== undefined);
  if (ids.length === 0 || stack === undefined) return {};
  const client = new EC2Client({ ...providerAccess(stack), maxAttempts: 1 });
  try {
    // Looking for credentials is no part of a request, and ends with no signal.
    const freed = await Promise.race([asked(client, ids), setTimeout(patienceMs, undefined, { ref: false })]);
    return freed === undefined ? {} : { freeAddresses: freed };
  } catch {
    return {};
  } finally {
    client.destroy();
  }
}

async function asked(client: EC2Client, ids: string[]): Promise<Record<string, number>> {
  // A filter, unlike ids, is no error where one of them is gone.
  const { Subnets: subnets = [] } = await client.send(new DescribeSubnetsCommand({ Filters: [{ Name: "subnet-id", Values: ids }] }));
  return Object.fromEntries(subnets.flatMap(({ SubnetId: id, AvailableIpAddressCount: free }) => (id === undefined || free === undefined ? [] : [[id, free]])));
}

function subnetIds(plan: unknown): string[] {
  return plannedResources(plan, (type) => type === "aws_subnet").flatMap(({ before }) => (typeof before?.["id"] === "string" ? [before["id"]] : []));
}
