import { join } from "node:path";
import { execa } from "execa";
import { cacheFolder, projectRoot } from "../../cli/root";
import { emulatorPython } from "../../emulator/python";
import { useEmulator } from "../harness";
import { eks } from "./aws-call";

const emulator = useEmulator();
beforeAll(async () => {
});

test("every operation answers in the shapes that botocore's own model of EKS gives", async () => {
  const python = await emulatorPython();
  const { stdout } = await execa(python, [join(projectRoot, "test", "emulator", "check_shapes.py")], {
    env: { ...emulator.environment, PYTHONPYCACHEPREFIX: join(cacheFolder, "pycache") },
  });
  const { problems, called } = JSON.parse(stdout) as { problems: string[]; called: string[] };
  expect(problems).toEqual([]);
  // The front's own list of what it serves.
  const script = "import json; from aws.eks.front import OPERATIONS; print(json.dumps(sorted(OPERATIONS)))";
  const served = await execa(python, ["-c", script], { env: { PYTHONPATH: join(projectRoot, "emulator"), PYTHONPYCACHEPREFIX: join(cacheFolder, "pycache") } });
  expect(called).toEqual(JSON.parse(served.stdout));
});

test("an operation that the emulator does not serve says so", async () => {
  expect(await eks(emulator, "GET /clusters/x/insights-refresh")).toMatchObject({ status: 501, code: "NotImplementedException" });
});

test("lists come in pages that join to the whole", async () => {
  const names: unknown[] = [];
  let token = "";
  do {
    const { body } = await eks(emulator, `GET /addons/supported-versions?maxResults=7${token && `&nextToken=${encodeURIComponent(token)}`}`);
    const addons = body["addons"] as { addonName: string }[];
    expect(addons.length).toBeLessThanOrEqual(7);
    names.push(...addons.map(({ addonName }) => addonName));
    token = (body["nextToken"] as string | undefined) ?? "";
  } while (token);
  const { body } = await eks(emulator, "GET /addons/supported-versions");
  expect(names).toEqual((body["addons"] as { addonName: string }[]).map(({ addonName }) => addonName));
  expect(names.length).toBeGreaterThan(14);
});
