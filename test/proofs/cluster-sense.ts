import type { Data } from "./subjects";

const admin = { principalArn: "arn:aws:iam::111122223333:role/platform", policies: { AmazonEKSClusterAdminPolicy: {} } };

/** Generated inputs of a cluster, bent so that its ways of access and its addresses fit each other. */
export function sensibleCluster(data: Data): Data {
  return [byMode, byFamily, fewGroups].reduce((sum, bend) => bend(sum), data);
}

function byMode(data: Data): Data {
  const mode = data["authenticationMode"] ?? "API";
  if (mode === "CONFIG_MAP") return { ...data, accessEntries: {}, creatorAdmin: true, autoMode: null, remoteNetworks: null };
  if (mode !== "API") return data;
  const { principalArn: _, ...rest } = admin;
  const [first = "platform", ...others] = Object.keys(data["accessEntries"] ?? {});
  const entries = { ...data["accessEntries"], [first]: { ...admin, ...data["accessEntries"]?.[first], type: "STANDARD", ...rest } };
  return { ...data, awsAuth: null, ...(data["creatorAdmin"] !== true && others.length < 2 && { accessEntries: entries }) };
}

function byFamily(data: Data): Data {
  return data["ipFamily"] === "ipv6" ? { ...data, serviceCidr: null, remoteNetworks: null } : data;
}

function fewGroups(data: Data): Data {
  return data["securityGroup"] == null ? data : { ...data, securityGroupIds: (data["securityGroupIds"] ?? []).slice(0, 4) };
}
