import type { Data, Problem } from "../../kernel";
import type { drainInput } from "../../modules/drain";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";

type Drain = Data<{ readonly drain: ReturnType<typeof drainInput> }>["drain"];

/** A destroy asks AWS as whoever installs into the cluster, where nothing else is said. */
export function drainAccess(drain: Drain, { platform, provider }: CheckedEnvironment): Drain {
  const { exec } = platform!.access;
  return drain && { ...drain, profile: drain.profile ?? exec?.profile ?? null, roleArn: drain.roleArn ?? exec?.roleArn ?? provider.roleArn };
}

/** Access by token is for workers without the aws command, and a destroy that waits needs it. */
export function drainWarnings(place: Pick<Problem, "path" | "rule">, drain: Drain | undefined, { platform }: ReadableEnvironment): Problem[] {
  if (platform?.access?.token == null || drain == null) return [];
  const why = "platform.access.token is for workers without it, and there a destroy would stop";
  return [{ ...place, expected: "null, or the aws command where Terraform runs", got: drain, why }];
}
