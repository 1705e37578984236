import { atEnd, destroy, initAndApplyAndIdempotent, outputMap, temporaryFolder, useEmulator, writeFiles } from "../../harness";

const emulator = useEmulator();

test("a network has a private subnet in each zone", async () => {
  const options = { terraformDir: temporaryFolder(), envVars: emulator.environment };
  const network = { source: `${process.cwd()}/generated/network`, name: "shop", cidr: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "none" };
  writeFiles(options.terraformDir, { "main.tf.json": { provider: { aws: {} }, module: { network }, output: { subnets: { value: "${module.network.private_subnet_ids}" } } } });
  await emulator.inject({ kind: "throttle", service: "ec2", action: "CreateSubnet", count: 2 });
  atEnd(() => destroy(options));
  await initAndApplyAndIdempotent(options);
  expect(Object.keys(await outputMap(options, "subnets"))).toEqual(["us-east-1a", "us-east-1b"]);
});
