import { dirname, join, resolve } from "node:path";
import type { Stack } from "../synth/stacks";

/** Where the state of a stack is kept, as its backend says it. */
export type StatePlace = S3Place | LocalPlace | CloudPlace;

export interface S3Place {
  readonly kind: "s3";
  readonly bucket: string;
  readonly key: string;
  readonly region: string;
  readonly lockFile: boolean;
  readonly table: string | undefined;
  /** The bucket in the path and not in the name of the host. */
  readonly pathStyle: boolean;
}

export interface LocalPlace {
  readonly kind: "local";
  readonly file: string;
}

export interface CloudPlace {
  readonly kind: "cloud";
  readonly host: string;
  readonly organization: string;
  readonly workspace: string;
}

export function placeOf({ name, folder, json }: Pick<Stack, "name" | "folder" | "json">): StatePlace {
  const { backend, cloud } = json.terraform as { readonly backend?: Readonly<Record<string, Said>>; readonly cloud?: Said };
  const { s3, local } = backend ?? {};
  if (s3 !== undefined) return s3Place(s3);
  if (local !== undefined) return { kind: "local", file: resolve(folder, text(local["path"]) ?? "terraform.tfstate") };
  if (cloud === undefined) throw new Error(`bug: ${name} has no backend that is known`);
  const { hostname, organization, workspaces } = cloud as { readonly hostname?: string; readonly organization?: string; readonly workspaces?: { readonly name?: string } };
  return { kind: "cloud", host: hostname ?? "app.terraform.io", organization: organization ?? "", workspace: workspaces?.name ?? name };
}

/** The place in one word or address, as it is told. */
export function placeName(place: StatePlace): string {
  if (place.kind === "s3") return `s3://${place.bucket}/${place.key}`;
  return place.kind === "local" ? place.file : `${place.host}/${place.organization}/${place.workspace}`;
}

/** The names of Terraform's items in the lock table. */
export function tableItems({ bucket, key }: S3Place): { readonly lock: string; readonly digest: string } {
  return { lock: `${bucket}/${key}`, digest: `${bucket}/${key}-md5` };
}

/** What Terraform writes beside a local state while it holds it. */
export function localLockFile({ file }: LocalPlace): string {
  return join(dirname(file), `.${file.slice(dirname(file).length + 1)}.lock.info`);
}

type Said = Readonly<Record<string, unknown>>;

function s3Place(said: Said): S3Place {
  return {
    kind: "s3",
    bucket: String(said["bucket"]),
    key: String(said["key"]),
    region: String(said["region"]),
    lockFile: said["use_lockfile"] === true,
    table: text(said["dynamodb_table"]),
    // An endpoint of one's own has seldom a host for each bucket.
    pathStyle: said["use_path_style"] === true || process.env.AWS_ENDPOINT_URL !== undefined,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
