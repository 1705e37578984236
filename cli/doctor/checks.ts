import { credentialFindings } from "./credentials";
import { digestFindings } from "./digest";
import { erroredStateFindings } from "./errored-state";
import type { Check } from "./examination";
import { lockFindings } from "./locks";
import { providerFindings } from "./providers";
import { reachFindings } from "./reach";
import { stateContentFindings } from "./state-content";
import { strayFileFindings } from "./stray-files";
import { stuckFindings } from "./stuck";
import { stateVersionFindings, toolFindings } from "./tools";
import { unownedFindings } from "./unowned";

export const credentialCheck: Check = { name: "credentials", run: credentialFindings };

/** In the order in which they are told. */
export const checks: readonly Check[] = [
  { name: "tools", run: toolFindings },
  { name: "providers", run: (look) => providerFindings(look) },
  { name: "files", run: strayFileFindings },
  // Told also where the backend does not answer: then it matters most.
  { name: "states that were not saved", run: erroredStateFindings },
  { name: "reach of the states", asks: "states", run: reachFindings },
  { name: "locks", asks: "states", run: lockFindings },
  { name: "digests", asks: "states", run: digestFindings },
  { name: "content of the states", asks: "states", run: stateContentFindings },
  { name: "versions of the states", asks: "states", run: stateVersionFindings },
  { name: "cluster and node groups", asks: "aws", run: stuckFindings },
  { name: "resources of no state", asks: "aws", run: (look) => unownedFindings(look) },
];
