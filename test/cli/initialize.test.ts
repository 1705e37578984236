import { join } from "node:path";
import { planLayer } from "../../cli/plan/plan-layer";
import { countsOf } from "../../cli/plan/plan-summary";
import { useEmulator } from "../harness";
import type { Json } from "../synth";
import { apply, makeStores, plainStack, s3Backend, stacksOf } from "./stacks-with-state";
import { temporaryFolder } from "./temporary";

const emulator = useEmulator();
const output = temporaryFolder();
beforeAll(async () => {
  await makeStores(emulator);
  await apply(stack(s3Backend("qa")), emulator.environment);
});

const stack = (backend: Json) => stacksOf({ qa: plainStack(backend) }, output)["qa"]!;
const planned = async (backend: Json) => countsOf((await planLayer(stack(backend), join(temporaryFolder(), "plan"), { env: emulator.environment })).summary);

// In order, in one folder.
test.each<[string, Json]>([
  ["the table alone", s3Backend("qa", { lockFile: false })],
  ["the lock file alone", s3Backend("qa", { locked: false })],
  ["both again", s3Backend("qa")],
])("a state goes on with other locks, %s", async (_, backend) => {
  expect(await planned(backend)).toBe("no changes");
});

test("a state that would stay behind is refused", async () => {
  await expect(planned(s3Backend("elsewhere"))).rejects.toThrow(
    /^qa: expected the state at s3:\/\/states\/qa, got "s3:\/\/states\/elsewhere"; the folder was initialized for that one, and a state does not move by itself: `terraform -chdir=\S+ init -migrate-state` moves it, `terraform -chdir=\S+ init -reconfigure` leaves it behind {3}\[backend-other\]$/,
  );
  await expect(planned({ local: { path: "qa.tfstate" } })).rejects.toThrow("[backend-other]");
  expect(await planned(s3Backend("qa"))).toBe("no changes");
});
