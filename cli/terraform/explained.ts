import type { Problem } from "../../kernel/problem";
import { erroredStateProblem } from "../state/errored-state";
import { type NamedStack, namedStack } from "../synth/named-stack";
import type { TerraformFailed } from "./terraform";

interface Explained {
  readonly rule: string;
  /** Over Terraform's words without their frame, on one line. */
  readonly pattern: RegExp;
  readonly problem: (found: Readonly<Record<string, string>>, stack: NamedStack) => Omit<Problem, "path" | "rule">;
}

// Words of Terraform 1.11 and of the AWS provider 5, as they come in test/faults. Those of credentials, of another account
// and of the registry come in no test: they are from memory.
const explained: readonly Explained[] = [
  {
    rule: "state-locked",
    pattern: /Error acquiring the state lock.*?Lock Info: ID: +(?<id>\S+).*?Operation: +(?:OperationType)?(?<operation>\S+) Who: +(?<who>.*?) Version: .*?Created: +(?<since>\S+ [\d:]+)/,
    problem: ({ id, operation, who, since }, { environment, layer }) => ({
      expected: "a state that nobody else works on",
      got: `a lock of ${who} since ${since} UTC, for ${operation!.toLowerCase()}`,
      why: "wait for them, or longer with --lock-timeout; if nothing of theirs runs any more, free it",
      suggestion: `npx platform unlock ${environment} ${layer} ${id}`,
    }),
  },
  {
    rule: "plan-stale",
    pattern: /Saved plan is stale/,
    problem: (_, { environment }) => ({
      expected: "the state for which the plan was made",
      got: "a newer one",
      why: "somebody deployed between plan and apply; of this plan nothing was applied",
      suggestion: `npx platform deploy ${environment}`,
    }),
  },
  {
    rule: "plan-discarded",
    pattern: /Saved plan is discarded/,
    problem: (_, { environment }) => ({
      expected: "a plan that waits to be applied",
      got: "one that was discarded",
      why: "somebody deployed after it was made, or discarded it in Terraform Cloud; of this plan nothing was applied",
      suggestion: `npx platform deploy ${environment}`,
    }),
  },
  {
    rule: "state-digest",
    pattern: /state data in S3 does not have the expected content.*?Calculated checksum: *(?<calculated>\S*) Stored checksum: *(?<stored>\S*)/,
    problem: ({ calculated, stored }, { environment }) => ({
      expected: `a state with the digest ${stored}`,
      got: calculated,
      why: "a write of a moment ago is not seen yet, or the object is not what Terraform wrote last; wait a minute, then let the doctor look",
      suggestion: `npx platform doctor ${environment}`,
    }),
  },
  {
    rule: "cloud-token",
    pattern: /(?:Failed to read organization "[^"]*" at host (?<refused>\S+) .*?unauthorized|Required token could not be found .*?terraform login (?<missing>\S+))/,
    problem: ({ refused, missing }) => ({ expected: `a token that ${refused ?? missing} takes`, got: refused === undefined ? "none" : "one that it refused", why: "nothing was changed", suggestion: `terraform login ${refused ?? missing}` }),
  },
  {
    rule: "state-unreachable",
    pattern: /(?:Error acquiring the state lock|Failed to get existing workspaces|Error refreshing state|Error loading state|Failed to load state|Error inspecting states|Failed to save state|Error saving state|Failed to persist state|Error releasing the state lock).*?(?<error>connection refused|no such host|i\/o timeout|connection reset by peer|context deadline exceeded|NoSuchBucket|AccessDenied|Forbidden|ServiceUnavailable|StatusCode: 50\d)/,
    problem: ({ error }, { environment }) => ({ expected: "a backend that answers", got: error, why: "the state could not be read or written", suggestion: `npx platform doctor ${environment}` }),
  },
  {
    rule: "aws-unreachable",
    pattern: /retrieving caller identity from STS.*?(?<error>connection refused|no such host|i\/o timeout|connection reset by peer|context deadline exceeded|StatusCode: 50\d)/,
    problem: ({ error }) => ({ expected: "an answer of AWS (STS)", got: error, why: "nothing was changed; start again when AWS can be reached" }),
  },
  {
    rule: "other-account",
    pattern: /AWS account ID not allowed: (?<account>\d+)/,
    problem: ({ account }) => ({ expected: "credentials of the environment's account", got: account, why: "nothing was changed" }),
  },
  {
    rule: "aws-credentials",
    pattern: /(?<error>No valid credential sources found|ExpiredToken\w*|InvalidClientTokenId|UnrecognizedClientException|the SSO session has expired)/,
    problem: ({ error }) => ({ expected: "credentials that AWS knows", got: error, why: "log in again, and go on with the same command" }),
  },
  {
    rule: "eks-still-creating",
    pattern: /waiting for EKS (?<what>Cluster|Node Group|Add-On|Fargate Profile) \((?<name>[^)]+)\) (?:to )?create\w*: timeout while waiting for state.*?last state: '(?<state>CREATING|DEGRADED)'.*?with (?<address>\S+?),? on /,
    problem: ({ what, name, state, address }, { folder, environment }) => ({
      expected: `${what} ${name} to become ACTIVE in its time-out`,
      got: state,
      why: `AWS goes on with it, and Terraform marks ${address} as tainted: the next deploy would replace it. Look with \`npx platform doctor ${environment}\`, and when it has become ACTIVE keep it`,
      suggestion: `terraform -chdir=${folder} untaint '${address}'`,
    }),
  },
  {
    rule: "registry-unreachable",
    pattern: /(?:Failed to query available provider packages|could not connect to registry|Failed to install provider|Error accessing remote module registry|could not query provider registry).*?(?<host>registry\.[\w.]+|releases\.hashicorp\.com|github\.com)/,
    problem: ({ host }) => ({ expected: `an answer of ${host}`, why: "providers come from there, or from a folder that TF_PROVIDER_MIRROR names; nothing was changed" }),
  },
  {
    rule: "disk-full",
    // Of a plan that the disk cut off Terraform says nothing before it reads it.
    pattern: /no space left on device|Plan read error: .*zip: not a valid zip file/,
    problem: (_, { environment }) => ({ expected: "room on the disk", why: "make room and start again; should a state have been written beside the stack or printed below, it is the only one", suggestion: `npx platform doctor ${environment}` }),
  },
  {
    rule: "folder-read-only",
    pattern: /(?:(?:open|mkdir|create|rename|remove|unlinkat|chmod) (?<file>\S+): )?(?<error>read-only file system|permission denied)/,
    problem: ({ file, error }, { folder }) => ({ expected: `a folder that Terraform can write to`, got: `${file ?? folder}: ${error}` }),
  },
];

/** What a failure of Terraform means, to be read before Terraform's own words. */
export function explanations({ run, cwd }: TerraformFailed): Problem[] {
  const text = run.output.replaceAll(/[\s│╷╵]+/g, " ");
  const named = namedStack(cwd);
  const errored = erroredStateProblem(cwd);
  const found = explained.flatMap(({ rule, pattern, problem }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ path: named.stack, ...problem(match.groups ?? {}, named), rule }];
  });
  return errored === undefined ? found : [errored, ...found];
}
