import type { Environment } from "../../envs/environment";
import { type Emulator, makeStateStore } from "../harness";

/** What teams have before their first deploy: the buckets of their states and the tables of their locks. */
export async function makeStateStores(emulator: Emulator, environments: readonly Environment[]): Promise<void> {
  const made = new Set<string>();
  for (const { bucket, table } of environments.flatMap(({ state }) => state.s3 ?? [])) {
    await makeStateStore(emulator, { bucket, ...(table != null && !made.has(table) && { table }) });
    made.add(table ?? "");
  }
}
