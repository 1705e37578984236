import type { Problem } from "../../kernel";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";

type Entry = CheckedEnvironment["cluster"]["accessEntries"][string];

const administrator = "AmazonEKSClusterAdminPolicy";

/** Whoever installs into a cluster must be let in. A role that is not named here is whoever runs Terraform: nothing can be said of it. */
export function accessProblems(path: string, { platform, provider, cluster }: ReadableEnvironment): Problem[] {
  const role = platform?.access?.exec?.roleArn ?? provider?.roleArn ?? null;
  const entries = cluster?.accessEntries;
  if (role === null || entries === undefined || cluster?.creatorAdmin === true) return [];
  if (Object.values(entries).some((entry) => entry.principalArn === role && administers(entry))) return [];
  return [{
    path: `${path}.access`,
    expected: `an access entry of ${role} with ${administrator} for the whole cluster`,
    got: Object.keys(entries),
    why: "it installs what runs inside the cluster",
    rule: "platform-access",
  }];
}

function administers({ policies }: Entry): boolean {
  const access = policies[administrator];
  return access !== undefined && access.namespaces === null;
}
