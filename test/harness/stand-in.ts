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
