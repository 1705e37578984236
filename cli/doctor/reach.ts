import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type Problem, ProblemsError } from "../../kernel/problem";
import { placeName, placeOf, tableItems } from "../state/state-place";
import type { Stack } from "../synth/stacks";
import type { Finding } from "./finding";
import type { Look } from "./look";

/** Whether the states can be read at all. */
export async function reachFindings(look: Look): Promise<Finding[]> {
  const found = await Promise.all(
    look.stacks.map(async (stack) => {
      try {
        const kept = await look.keptState(stack);
        return kept?.bytes === undefined && kept?.record === undefined ? [neverWritten(look, stack)] : [];
      } catch (error) {
        return [refusal(look, stack, error as Error)];
      }
    }),
  );
  return found.flat();
}

function neverWritten(look: Look, stack: Stack): Finding {
  const means = "the layer was never deployed, or its backend leads to another place than the one where it was";
  return { id: "state-never-written", layer: stack.name, found: `nothing at ${placeName(placeOf(stack))}`, means, mend: [`npx platform deploy ${look.environment}`] };
}

function refusal(look: Look, stack: Stack, error: Error): Finding {
  const place = placeOf(stack);
  if (place.kind === "cloud" && error instanceof ProblemsError) return ofCloud(stack, error.problems[0]!);
  const explained = place.kind === "s3" ? refusals.find(({ names }) => names.test(error.name)) : undefined;
  if (explained === undefined || place.kind !== "s3") throw error;
  const { id, means, missing } = explained;
  const what = id === "lock-table-missing" ? `table ${place.table!} in ${place.region}, for ${tableItems(place).digest}` : placeName(place);
  return { id, layer: stack.name, found: `${what}: ${error.message || error.name}`, means, mend: missing ? [`npx platform bootstrap ${accountOf(look, stack)}`] : denied };
}

/** The name of the account's folder, by the id that stands in its file. */
function accountOf({ root }: Look, { json }: Stack): string {
  const [id] = (json.provider?.["aws"]?.[0]?.["allowed_account_ids"] ?? []) as readonly string[];
  const folder = join(root, "accounts");
  const file = (name: string) => join(folder, name, "account.ts");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(file(name))) : [];
  return names.find((name) => id !== undefined && readFileSync(file(name), "utf8").includes(JSON.stringify(id))) ?? "<account>";
}

const denied = ["aws sts get-caller-identity   # who the shell is; the role of the backend is state.s3.roleArn of the environment"];

const refusals = [
  { names: /^NoSuchBucket$/, id: "state-bucket-missing", means: "the bucket of the state does not exist, or in another account or region", missing: true },
  { names: /^ResourceNotFoundException$/, id: "lock-table-missing", means: "the table of the locks does not exist in this region, so no state can be locked or written", missing: true },
  { names: /^(?:AccessDenied(?:Exception)?|Forbidden|403)$|^KMS\./, id: "state-denied", means: "who asks may not read the state, its lock or its key", missing: false },
  { names: /^PermanentRedirect$|^AuthorizationHeaderMalformed$/, id: "state-other-region", means: "the bucket is in another region than state.s3.region says", missing: false },
];

/** One that is refused is as good as none. */
function ofCloud(stack: Stack, problem: Problem): Finding {
  const { suggestion = "# what the line says", rule } = problem;
  return { id: rule === "cloud-token" ? rule : "cloud-unreachable", layer: stack.name, found: describe(problem), means: "the state in Terraform Cloud cannot be read", mend: [String(suggestion)] };
}
