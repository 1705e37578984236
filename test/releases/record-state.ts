import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apply, expectNoChanges, init, temporaryFolder, useEmulator } from "../harness";
import { firstTargets, platformCaller, writePlatform } from "./platform";
import { recordState } from "./recorded-state";

// Run by `npx platform release`, under jest as it is not named: it takes two minutes, and is asked for at a release alone.
const folder = process.env.RECORD_STATE!;
const emulator = useEmulator();

test("a platform of every module comes up, its second plan is clean, and its state is recorded", async () => {
  const terraformDir = temporaryFolder("platform");
  const caller = platformCaller();
  writePlatform(terraformDir, caller, { region: "us-east-1", access_key: "emulator", secret_key: "emulator", skip_metadata_api_check: true });
  const options = { terraformDir, envVars: emulator.environment, parallelism: 30 };
  await init(options);
  await apply({ ...options, targets: firstTargets });
  await apply(options);
  await expectNoChanges(options);
  recordState(folder, { caller, state: readFileSync(join(terraformDir, "terraform.tfstate"), "utf8") });
}, 600_000);
