import { providerAccess } from "../aws-access";
import { placeOf } from "../state/state-place";
import { type Finding, quoted } from "./finding";
import type { Look } from "./look";
import { type Creation, plannedCreations } from "./planned-creations";
import { isMadeByAnother, type Kind, kindOf } from "./resource-kinds";
import { type Tagged, tagged, taggedRoles } from "./tagged";

/** In AWS with the tags of the environment, and in none of its states: what a Terraform that was killed leaves. */
export interface Unowned {
  readonly arn: string;
  /** What the next deploy would make in its place. Only where there is no doubt. */
  readonly match?: { readonly creation: Creation; readonly importId: string };
}

export async function unownedIn(look: Look): Promise<Unowned[]> {
  const stack = look.stacks.find(({ json }) => json.provider?.["aws"] !== undefined);
  const tags = (stack?.json.provider?.["aws"]?.[0] as { readonly default_tags?: readonly { readonly tags?: Readonly<Record<string, string>> }[] } | undefined)?.default_tags?.[0]?.tags;
  // Terraform alone reads a state in Terraform Cloud, and without tags nothing says whose a thing is.
  if (stack === undefined || tags?.["Environment"] === undefined || look.stacks.some((one) => placeOf(one).kind === "cloud")) return [];
  const owned = await ownedIn(look);
  const access = providerAccess(stack);
  const isFree = ({ arn }: Tagged) => !owned.has(arn.replace(/:\*$/, "")) && !(arn.includes(":ec2:") && owned.has(arn.slice(arn.lastIndexOf("/") + 1)));
  const [listed, roles] = await Promise.all([tagged(access, tags), taggedRoles(access, tags, rolesOf(look))]);
  const free = [...listed.filter(({ arn }) => !arn.includes(":iam::")), ...roles].filter((one) => isFree(one) && !isMadeByAnother(one.arn));
  return free.length === 0 ? [] : matched(free, await plannedCreations(look));
}

export async function unownedFindings(look: Look, found = look.unowned()): Promise<Finding[]> {
  return (await found).map(({ arn, match }) => {
    const where = `${arn} has the environment's tags and is in none of its states`;
    if (match === undefined) {
      const means = "nothing that the next deploy makes is surely this one: somebody made it by hand, or it was taken out of the program and not destroyed. AWS's list is some minutes behind";
      return { id: "resource-unowned", found: where, means, mend: ["# look at it, and delete it if nobody needs it"] };
    }
    const { creation, importId } = match;
    const means = `a Terraform that was killed made it; the next deploy would make ${creation.address} again, or fail on its name`;
    const by = look.terraform(creation.stack, "import", quoted(creation.address), quoted(importId));
    return { id: "resource-unowned", layer: creation.stack.name, found: where, means, mend: [by, `npx platform doctor ${look.environment} --adopt   # imports all such`] };
  });
}

/** Each gets the one address that fits it and no other. */
export function matched(free: readonly Tagged[], creations: readonly Creation[]): Unowned[] {
  const fitting = free.map((one) => {
    const kind = kindOf(one.arn);
    return { kind, creations: kind === undefined ? [] : creations.filter((creation) => fits(one, kind, creation)) };
  });
  return free.map(({ arn }, index) => {
    const { kind, creations: [creation, ...others] } = fitting[index]!;
    const rivals = fitting.filter((other) => creation !== undefined && other.creations.includes(creation)).length;
    return { arn, ...(kind && creation && others.length === 0 && rivals === 1 && { match: { creation, importId: kind.importId } }) };
  });
}

function fits({ tags }: Tagged, { types, names }: Kind, { type, values }: Creation): boolean {
  if (!types.includes(type)) return false;
  if (Object.keys(names).length > 0) return Object.entries(names).every(([argument, value]) => values[argument] === value);
  const planned = Object.entries((values["tags_all"] ?? {}) as Readonly<Record<string, string>>);
  const own = Object.keys(tags).filter((key) => !/^(?:aws|eks):/.test(key));
  return planned.length === own.length && planned.every(([key, value]) => tags[key] === value);
}

/** Ids and ARNs. A state that cannot be read would make everything look unowned. */
async function ownedIn(look: Look): Promise<Set<string>> {
  const states = await Promise.all(
    look.stacks.map(async (stack) => {
      const [kept, state] = [await look.keptState(stack), await look.state(stack)];
      if (state === undefined && kept?.bytes !== undefined && kept.bytes.length > 0) throw new Error(`the state of ${stack.name} cannot be read, so nothing says what it has`);
      return state;
    }),
  );
  const instances = states.flatMap((state) => state?.resources ?? []).flatMap(({ instances: own }) => own as readonly { readonly attributes?: Readonly<Record<string, unknown>> }[]);
  return new Set(instances.flatMap(({ attributes: { arn, id } = {} }) => [arn, id]).filter((one) => typeof one === "string").map((one) => one.replace(/:\*$/, "")));
}

/** Roles are named after the environment or its cluster. */
function rolesOf({ environment, stacks }: Look): (name: string) => boolean {
  const said = stacks.flatMap(({ json }) => Object.values(json.variable ?? {}).map((variable) => variable.default?.["name"])).filter((name) => typeof name === "string");
  const words = [environment, ...said];
  return (name) => words.some((word) => name.includes(word));
}
