import { nearest } from "../../kernel/nearest";

type Json = Record<string, any>;

/** What a plan does with one resource or data source. */
export interface Change {
  readonly address: string;
  readonly type: string;
  /** As Terraform writes them: `["no-op"]`, `["create"]`, `["update"]`, `["delete", "create"]`. */
  readonly actions: readonly string[];
  /** Null for what is new. */
  readonly before: Json | null;
  /** What is planned, as far as it is known; null for what goes. */
  readonly after: Json | null;
  /** True wherever a value is known only after apply. */
  readonly unknown: Json;
  /** Where it was before it moved. */
  readonly movedFrom?: string;
}

/** A plan as `terraform show -json` prints it, by address. */
export class Plan {
  /** Of every resource, also of those that stay as they are. */
  readonly changes: Readonly<Record<string, Change>>;
  /** What is planned for outputs. */
  readonly outputs: Readonly<Record<string, Json>>;

  constructor(readonly json: Json) {
    const changes = ((json["resource_changes"] ?? []) as Json[]).map(changeOf);
    this.changes = Object.fromEntries(changes.map((change) => [change.address, change]));
    this.outputs = (json["planned_values"]?.outputs ?? {}) as Plan["outputs"];
  }

  /** Planned values of every resource by address. */
  get resources(): Readonly<Record<string, Json>> {
    return this.by(({ after }) => after as Json);
  }

  /** What is known only after apply, by address. */
  get unknown(): Readonly<Record<string, Json>> {
    return this.by(({ unknown }) => unknown);
  }

  get actions(): Readonly<Record<string, readonly string[]>> {
    return this.by(({ actions }) => actions);
  }

  /** One resource. An address that is not in the plan fails with the nearest that is. */
  resource(address: string): Change {
    return this.changes[address] ?? missing("resource", address, Object.keys(this.changes));
  }

  /** The planned value of an output; undefined as long as it is not known. */
  output(name: string): unknown {
    return (this.outputs[name] ?? missing("output", name, Object.keys(this.outputs)))["value"];
  }

  /** A line for what the plan would do: `update aws_vpc.this: tags.Name`. Values, which may be secret, are left out. */
  get differences(): readonly string[] {
    const resources = Object.values(this.changes).filter(({ actions, movedFrom }) => movedFrom !== undefined || !actions.every((action) => action === "no-op" || action === "read"));
    const outputs = Object.entries((this.json["output_changes"] ?? {}) as Record<string, Json>).filter(([, { actions }]) => !(actions as string[]).includes("no-op"));
    return [...resources.map(difference), ...outputs.map(([name, { actions }]) => `${(actions as string[]).join(" and ")} output ${name}`)];
  }

  private by<T>(pick: (change: Change) => T): Readonly<Record<string, T>> {
    return Object.fromEntries(Object.values(this.changes).map((change) => [change.address, pick(change)]));
  }
}

export function missing(what: string, name: string, known: readonly string[]): never {
  const close = nearest(name, known);
  const hint = close === undefined ? (known.length === 0 ? "; there is none" : `; there are ${known.length}, such as ${known[0]}`) : `; the nearest is ${close}`;
  throw new Error(`${what} ${name} is not there${hint}`);
}

function changeOf({ address, type, change, previous_address: movedFrom }: Json): Change {
  return { address, type, actions: change.actions, before: change.before, after: change.after, unknown: change.after_unknown, ...(movedFrom !== undefined && { movedFrom }) };
}

function difference({ address, actions, before, after, unknown, movedFrom }: Change): string {
  const verb = actions.includes("no-op") ? "move" : actions.length > 1 ? "replace" : actions.join();
  const attributes = before === null || after === null ? [] : differing(before, after, unknown);
  return [`${verb} ${address}`, movedFrom !== undefined && ` from ${movedFrom}`, attributes.length > 0 && `: ${attributes.join(", ")}`].filter(Boolean).join("");
}

/** Paths at which two values differ. */
function differing(before: unknown, after: unknown, unknown: unknown, path = ""): string[] {
  if (unknown === true) return [path];
  if (!isObject(before) || !isObject(after)) return JSON.stringify(before) === JSON.stringify(after) && !isObject(unknown) ? [] : leaf(before, after, unknown, path);
  const names = new Set([before, after, isObject(unknown) ? unknown : {}].flatMap((value) => Object.keys(value)));
  return [...names].flatMap((name) => differing(before[name], after[name], isObject(unknown) ? unknown[name] : undefined, path === "" ? name : `${path}.${name}`));
}

function leaf(before: unknown, after: unknown, unknown: unknown, path: string): string[] {
  const same = JSON.stringify(before) === JSON.stringify(after);
  return same && !JSON.stringify(unknown ?? null).includes("true") ? [] : [path];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
