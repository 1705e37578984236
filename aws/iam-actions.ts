import { iamActionTable } from "./iam-action-table";

type Table = typeof iamActionTable;

/** An action that a service of the table has. */
export type KnownAction = { [Service in keyof Table]: `${Service}:${Table[Service][number]}` }[keyof Table];

/** What a statement of this project may name: a known action, or a pattern with a star. */
export type IamAction = KnownAction | `${string}:${string}*`;

const services: Readonly<Record<string, readonly string[]>> = iamActionTable;

/** The actions of a service; undefined for a service that is not in the table. */
export function actionsOf(service: string): readonly string[] | undefined {
  return Object.hasOwn(services, service) ? services[service] : undefined;
}

/**
 * Does IAM know the action, or some action of the pattern? Undefined for a service that is not in the table, and for text
 * that is no action at all.
 */
export function isKnownAction(action: string): boolean | undefined {
  const [service, name] = action.split(":");
  const known = name === undefined ? undefined : actionsOf(service!);
  if (known === undefined) return undefined;
  const pattern = new RegExp(`^${name!.replace(/[^\w*?]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
  return known.some((candidate) => pattern.test(candidate));
}
