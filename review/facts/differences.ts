import { camelCase } from "../../kernel/case";
import { isRecord } from "../../kernel/check";
import type { FollowedEnvironment } from "../report/review-input";
import type { Difference } from "../report/review";

/**
 * What the environment before this one has and this one has not, versions that are not the same, and what is switched on in one of
 * them only. Names, places, accounts, sizes and tags differ by right and are not looked at; of what is missing only that it is.
 */
export function differences({ name: followed, parts, own }: FollowedEnvironment, environment: string): Difference[] {
  const names: Names = { followed, own: environment };
  return Object.keys(parts)
    .filter((part) => !wired.has(part))
    .flatMap((part) => compare([part], { followed: parts[part], own: own[part] }, names));
}

/** The environment's own name of a thing that is there once for each. */
interface Names {
  readonly followed: string;
  readonly own: string;
}

interface Pair {
  readonly followed: unknown;
  readonly own: unknown;
}

/** Parts that follow from others. */
const wired = new Set(["platform_identities", "custom_resources"]);

/** Where an environment's file says it in another place than the stack. */
const places: readonly (readonly [stack: string, file: string])[] = [
  ["node_groups.groups", "nodeGroups"],
  ["node_groups.policies", "nodePolicies"],
  ["addons.addons", "addons"],
  ["identities.identities", "identities"],
  ["fargate_profiles.profiles", "fargateProfiles"],
  ["namespaces.namespaces", "platform.namespaces"],
  ["storage_classes.classes", "platform.storageClasses"],
  ["storage_classes", "platform.storageClasses"],
  ["namespaces", "platform.namespaces"],
  ["fluentd", "platform.fluentd"],
  ["load_balancer_controller", "platform.loadBalancerController"],
  ["load_balancers", "platform.loadBalancers"],
  ["rbac", "platform.rbac"],
];

/** What differs by right. */
const passedOver = /(^|_)(name|names|prefix|account|accounts|region|zone|zones|cidr|cidrs|arn|arns|id|ids|tags|labels|annotations|sizes|principal_arn|service_account|elastic_ips|repository|drain|oidc_provider|role_path|permissions_boundary)$/;

const versions = /(^|_)version$/;

function compare(path: readonly string[], { followed, own }: Pair, names: Names): Difference[] {
  const [theirs, ours] = [readable(followed), readable(own)];
  if (!has(theirs)) return [];
  const at = { path: shown(path) };
  if (isRecord(theirs)) {
    if (!isRecord(ours)) return [{ ...at, sentence: `${names.followed} has it, ${names.own} has not` }];
    return Object.keys(theirs)
      .filter((key) => !passedOver.test(key))
      .flatMap((key) => compare([...path, key], { followed: theirs[key], own: ours[key] }, names));
  }
  const sentence = Array.isArray(theirs) ? missing(theirs, ours, names) : (switched(theirs, ours, names) ?? otherVersion(path, theirs, ours, names));
  return sentence === undefined ? [] : [{ ...at, sentence }];
}

/** Settings of add-ons are JSON in a text, and their switches texts too. */
function readable(value: unknown): unknown {
  if (value === "true" || value === "false") return value === "true";
  if (typeof value !== "string" || !value.startsWith("{")) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function has(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** Of lists only those of words: `audit`, not addresses or blocks. */
function missing(theirs: readonly unknown[], ours: unknown, names: Names): string | undefined {
  const words = theirs.filter((word) => typeof word === "string" && /^[a-z][\w.-]*$/i.test(word));
  const absent = words.filter((word) => !Array.isArray(ours) || !ours.includes(word));
  return absent.length === 0 ? undefined : `${names.followed} has ${absent.join(", ")}, ${names.own} has not`;
}

function switched(theirs: unknown, ours: unknown, names: Names): string | undefined {
  if (typeof theirs !== "boolean" || theirs === (ours ?? false)) return undefined;
  return theirs ? `on in ${names.followed}, off in ${names.own}` : `off in ${names.followed}, on in ${names.own}`;
}

function otherVersion(path: readonly string[], theirs: unknown, ours: unknown, names: Names): string | undefined {
  if (!versions.test(path.at(-1)!) || typeof theirs !== "string" || typeof ours !== "string" || theirs === ours) return undefined;
  return `${theirs} in ${names.followed}, ${ours} in ${names.own}`;
}

function shown(path: readonly string[]): string {
  const [stack, file] = places.find(([prefix]) => path.join(".") === prefix || path.join(".").startsWith(`${prefix}.`)) ?? ["", ""];
  const rest = path.slice(stack === "" ? 0 : stack.split(".").length).map(camelCase);
  return [...(file === "" ? [] : [file]), ...rest].join(".");
}
