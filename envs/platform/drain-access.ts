import type { Data } from "../../kernel";
import type { drainInput } from "../../modules/drain";
import type { CheckedEnvironment } from "../environment";

type Drain = Data<{ readonly drain: ReturnType<typeof drainInput> }>["drain"];

/** A destroy asks AWS as whoever installs into the cluster, where nothing else is said. */
export function drainAccess(drain: Drain, { platform, provider }: CheckedEnvironment): Drain {
  const { exec } = platform!.access;
  return drain && { ...drain, profile: drain.profile ?? exec?.profile ?? null, roleArn: drain.roleArn ?? exec?.roleArn ?? provider.roleArn };
}
