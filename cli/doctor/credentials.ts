import { describe } from "../../kernel/problem";
import { accountProblems } from "../deploy/account";
import type { Finding } from "./finding";
import type { Look } from "./look";

/** Whether the shell is somebody that AWS knows, in the account of the environment. */
export async function credentialFindings({ stacks }: Look): Promise<Finding[]> {
  const problems = await accountProblems(stacks);
  return problems.map((problem) => ({ id: problem.rule, found: describe(problem), means: meanings[problem.rule] ?? "AWS was not asked about anything else", mend: [mends[problem.rule] ?? "aws sts get-caller-identity"] }));
}

const meanings: Readonly<Record<string, string>> = {
  "aws-credentials": "the credentials are missing, wrong or expired, or their role cannot be assumed; AWS was not asked about anything else",
  "other-account": "this shell is not the environment's account; AWS was not asked about anything else",
  "emulator-address": "nobody answers for the environment",
};

const mends: Readonly<Record<string, string>> = {
  "aws-credentials": "aws sso login   # or set AWS_PROFILE to another one",
  "other-account": "aws sts get-caller-identity   # then set AWS_PROFILE to one of the environment's account",
  "emulator-address": "npm run emulator",
};
