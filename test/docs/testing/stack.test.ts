import { randomUUID } from "node:crypto";
import { synth } from "../../../cli/synth/synth";
import { applyAndIdempotent, atEnd, destroy, getResourceCount, init, makeStateStore, outputMap, planAndShowWithStruct, temporaryFolder, useEmulator, withDefaultRetryableErrors } from "../../harness";

const emulator = useEmulator();

test("the network of staging comes up in three zones and goes again", async () => {
  const folder = temporaryFolder("staging");
  await synth({ root: process.cwd(), environment: "staging", output: folder });
  await makeStateStore(emulator, { bucket: "example-terraform-states-staging", table: "terraform-locks" });
  const options = withDefaultRetryableErrors({
    terraformDir: `${folder}/stacks/staging-network`,
    backendConfig: { key: `test/${randomUUID()}`, use_path_style: true },
    envVars: emulator.environment,
    lockTimeout: "1m",
    timeoutMinutes: 4,
  });
  atEnd(() => destroy(options));
  await init(options);
  const plan = await planAndShowWithStruct(options);
  expect(plan.resource("aws_vpc.network_this")).toMatchObject({ actions: ["create"], after: { cidr_block: "10.20.0.0/16" }, unknown: { id: true } });
  const { add } = getResourceCount(await applyAndIdempotent(options));
  expect(add).toBe(Object.values(plan.actions).filter(([action]) => action === "create").length);
  expect(Object.keys(await outputMap(options, "network_private_subnet_ids"))).toEqual(["us-east-1a", "us-east-1b", "us-east-1c"]);
});
