import { existsSync, readFileSync, realpathSync } from "node:fs";
import { hostname } from "node:os";
import type { Stack } from "../synth/stacks";
import { terraformProcesses, type TerraformProcess } from "../terraform/terraform-processes";
import { localLockFile, placeOf, tableItems } from "./state-place";
import { inStore } from "./state-store";
import { workspaceLock } from "./workspace-lock";

/** What a Terraform that holds a state says of itself. */
export interface StateLock {
  /** What `force-unlock` takes; empty where what is there cannot be read. */
  readonly id: string;
  readonly where: string;
  readonly kind: "object" | "item" | "file" | "workspace" | "run";
  /** `user@host`; of a workspace the user, or the run. */
  readonly who: string;
  /** Such as `OperationTypeApply`; of a workspace the reason that was given. */
  readonly operation: string;
  readonly created: string;
  /** Of Terraform. */
  readonly version: string;
}

/** Whether the one who took a lock is still at work, as far as this machine can tell. */
export type LockOwner = { readonly state: "elsewhere" | "gone" | "unknown" } | { readonly state: "lives"; readonly pid?: number };

/** The locks of a stack: none, one, or one in each place where both the lock file and the table are used. */
export async function stateLocks(stack: Stack): Promise<StateLock[]> {
  const place = placeOf(stack);
  if (place.kind === "cloud") {
    const found = await workspaceLock(place);
    return found === undefined ? [] : [found];
  }
  if (place.kind === "local") {
    const file = localLockFile(place);
    return existsSync(file) ? [lock("file", file, readFileSync(file, "utf8"))] : [];
  }
  return inStore(stack, async (store) => {
    const object = place.lockFile ? await store.object(`${place.key}.tflock`) : undefined;
    const item = place.table === undefined ? undefined : await store.item(tableItems(place).lock, "Info");
    return [
      ...(object === undefined ? [] : [lock("object", `s3://${place.bucket}/${place.key}.tflock`, object.toString())]),
      ...(item === undefined ? [] : [lock("item", `dynamodb://${place.table!}/${tableItems(place).lock}`, item)]),
    ];
  });
}

export async function lockOwner({ who, created, kind }: StateLock, folder: string, running = terraformProcesses()): Promise<LockOwner> {
  if (kind === "run") return { state: "lives" };
  if (kind === "workspace") return { state: "elsewhere" };
  if (who.slice(who.lastIndexOf("@") + 1) !== hostname()) return { state: "elsewhere" };
  const processes = await running;
  if (processes === undefined) return { state: "unknown" };
  const here = processes.filter(({ begunAt }) => couldHaveTaken(begunAt, created));
  const own = here.find((one) => isIn(one, folder));
  if (own !== undefined) return { state: "lives", pid: own.pid };
  // One that works in another folder may hold it, too: a copy of the project, or a command that reads states.
  return { state: here.length === 0 ? "gone" : "unknown" };
}

/** Who holds it since when, for a reader. */
export function lockSentence({ who, operation, created, version, id, where, kind }: StateLock, owner: LockOwner, now = Date.now()): string {
  if (kind === "run") return `${who} has locked the workspace until it ends: ${where}`;
  if (kind === "workspace") return `${who} has locked the workspace${operation === "" ? "" : ` (${operation})`}`;
  if (id === "") return `there is a lock at ${where} that says nothing of who took it`;
  const doing = operation.replace(/^OperationType/, "").toLowerCase() || "something";
  const told = {
    elsewhere: `that is another machine, so ask there whether it still runs`,
    gone: `no Terraform on this machine is old enough to hold it, so it was killed`,
    unknown: `this machine cannot tell whether it still runs`,
    lives: `it still runs${owner.state === "lives" ? `, as process ${owner.pid}` : ""}`,
  }[owner.state];
  return `${who} took it for ${doing} ${age(created, now)} ago with Terraform ${version}; ${told}`;
}

/** In the two largest units. */
export function age(since: string | Date, now = Date.now()): string {
  const minutes = Math.max(0, Math.floor((now - new Date(since).getTime()) / 60_000));
  if (Number.isNaN(minutes)) return "an unknown time";
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

function lock(kind: StateLock["kind"], where: string, text: string): StateLock {
  const info = said(text);
  return { kind, where, id: info["ID"] ?? "", who: info["Who"] ?? "", operation: info["Operation"] ?? "", created: info["Created"] ?? "", version: info["Version"] ?? "" };
}

// Whoever is stopped while it writes leaves half of it.
function said(text: string): Readonly<Record<string, string | undefined>> {
  try {
    const info: unknown = JSON.parse(text);
    return typeof info === "object" && info !== null ? (info as Record<string, string>) : {};
  } catch {
    return {};
  }
}

// A second or two are lost in how `ps` counts.
function couldHaveTaken(begunAt: number, created: string): boolean {
  return !(begunAt > new Date(created).getTime() + 2_000);
}

function isIn({ folder }: TerraformProcess, stack: string): boolean {
  return folder !== undefined && existsSync(stack) && folder === realpathSync(stack);
}
