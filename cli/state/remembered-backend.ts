import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Stack } from "../synth/stacks";
import { placeName, placeOf } from "./state-place";

/** What `terraform init` remembers of the backend in a stack's folder. */
export interface RememberedBackend {
  readonly file: string;
  /** Where the state was then, in one address. */
  readonly place: string;
  /** It is where the program says, with other locks or another role perhaps. */
  readonly same: boolean;
}

/** Nothing where the folder was not initialized. */
export function rememberedBackend(stack: Stack): RememberedBackend | undefined {
  const file = join(stack.folder, ".terraform", "terraform.tfstate");
  const backend = readBackend(file);
  if (backend === undefined) return undefined;
  const { type, config } = backend;
  const place = placeRemembered(stack, type, config);
  return { file, place, same: place === placeName(placeOf(stack)) };
}

/** As `placeName` tells it. */
function placeRemembered({ folder }: Stack, type: string, config: Readonly<Record<string, unknown>>): string {
  if (type === "s3") return `s3://${String(config["bucket"])}/${String(config["key"])}`;
  if (type === "local") return resolve(folder, String(config["path"] ?? "terraform.tfstate"));
  if (type !== "cloud") return type;
  const { name } = (config["workspaces"] ?? {}) as { readonly name?: string | null };
  return `${String(config["hostname"] ?? "app.terraform.io")}/${String(config["organization"])}/${String(name)}`;
}

function readBackend(file: string): { readonly type: string; readonly config: Readonly<Record<string, unknown>> } | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const { backend } = JSON.parse(readFileSync(file, "utf8")) as { backend?: { type: string; config: Record<string, unknown> } };
    return backend;
  } catch {
    return undefined;
  }
}
