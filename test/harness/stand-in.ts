import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { domainFactsMissing } from "../domain-facts";
import { schemaFiles } from "../stand-in/schema";
import type { StandIn } from "../stand-in/stand-in";
import { atEnd } from "./lifetime";

/**
 * Where tests get the Helm and Kubernetes providers: from this process, which stands in for them. The real Helm provider
 * would fetch every chart while it plans. The reason why a test cannot run, for `itUnless`.
 */
export const platformProvidersMissing: string | undefined = Object.values(schemaFiles).map(domainFactsMissing).find((reason) => reason !== undefined);

let started: Promise<StandIn> | undefined;
atEnd(async () => (await started)?.stop());

/** The stand-in of this test file. */
export function standIn(): Promise<StandIn> {
  started ??= import("../stand-in/stand-in").then(({ startStandIn }) => startStandIn());
  return started;
}

/** What Terraform needs in a folder whose configuration requires what the stand-in serves; nothing elsewhere. */
export async function standInEnvironment(folder: string): Promise<Readonly<Record<string, string>>> {
  return requiresStandIn(folder) ? (await standIn()).environment : {};
}

function requiresStandIn(folder: string): boolean {
  const files = readdirSync(folder, { recursive: true }).map(String).filter((path) => /\.tf(\.json)?$/.test(path) && !path.startsWith(".terraform"));
  return files.some((path) => /"hashicorp\/(helm|kubernetes)"/.test(readFileSync(join(folder, path), "utf8")));
}
