import type { Data } from "./subjects";

/** Groups stand in zones that have a subnet, say what their image's family takes, and know of the cluster what they need. */
export function sensibleGroups(data: Data): Data {
  const zones = Object.keys(data["subnetIds"]);
  const groups = Object.entries(data["groups"] as Record<string, Data>).map(([key, group]) => [key, ofOneFamily(inPlace(group, zones))] as const);
  const cluster = { clusterEndpoint: "https://example.com", clusterCertificateAuthorityData: "Y2E=", clusterServiceCidr: "10.100.0.0/16", clusterSecurityGroupId: "sg-0123456789abcdef0" };
  const asking = groups.some(([, { image, efa, securityGroupIds }]) => image != null || efa != null || (securityGroupIds ?? []).length > 0);
  const missing = Object.entries(cluster).filter(([name]) => asking && data[name] == null);
  return { ...data, ...Object.fromEntries(missing), groups: Object.fromEntries(groups) };
}

function inPlace(group: Data, zones: readonly string[]): Data {
  const { capacity, instanceTypes, zones: own } = group;
  if (capacity === "CAPACITY_BLOCK") return { ...group, zones: zones.slice(0, 1), instanceTypes: instanceTypes.slice(0, 1) };
  return own == null ? group : { ...group, zones: zones.slice(0, own.length) };
}

/** What only some families take. */
const familySettings = { nodeConfig: ["AL2023"], scriptBefore: ["AL2023"], scriptAfter: ["AL2023"], bottlerocketSettings: ["BOTTLEROCKET"], repair: ["AL2023", "BOTTLEROCKET"], maxPods: ["AL2023", "BOTTLEROCKET"] };

/** The commonest image gives way to what the group says; any other stands, and what it does not take is left out. */
function ofOneFamily(group: Data): Data {
  const rocket = group["bottlerocketSettings"] != null && group["nodeConfig"] == null && group["scriptBefore"] == null && group["scriptAfter"] == null;
  const amiType = rocket && group["amiType"] === "AL2023_x86_64_STANDARD" ? "BOTTLEROCKET_x86_64" : group["amiType"];
  const family: string = group["image"]?.family ?? amiType?.split("_")[0] ?? "AL2023";
  const taken = ([name, value]: [string, unknown]) => value === null || !Object.hasOwn(familySettings, name) || familySettings[name as keyof typeof familySettings].includes(family);
  const kept: Data = Object.fromEntries(Object.entries({ ...group, ...(amiType !== undefined && { amiType }) }).filter(taken));
  return family === "WINDOWS" ? { ...kept, disk: { ...kept["disk"], gib: Math.max(50, kept["disk"]?.gib ?? 50) } } : kept;
}
