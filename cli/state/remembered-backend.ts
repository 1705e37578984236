import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../synth/stacks";
import { placeOf } from "./state-place";

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
  const place = placeOf(stack);
  const { bucket, key, path } = config;
  const sameConfig = place.kind === "s3" ? bucket === place.bucket && key === place.key : place.kind !== "local" || join(stack.folder, String(path ?? "terraform.tfstate")) === place.file || path === place.file;
  return { file, place: type === "s3" ? `s3://${String(bucket)}/${String(key)}` : type, same: type === place.kind && sameConfig };
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
