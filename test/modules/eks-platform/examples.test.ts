import { cpSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../cli/root";
import { initAndApplyAndIdempotent, initAndPlanAndShowWithStruct, outputAll, temporaryFolder, useEmulator, writeFiles } from "../../harness";
import { platformProvidersMissing } from "../../harness/stand-in";
import { itUnless } from "../../skip";

const emulator = useEmulator();
const copy = join(temporaryFolder(), "eks-platform");
const options = (example: string) => ({ terraformDir: join(copy, "examples", example), envVars: emulator.environment, parallelism: 30 });

// The published module alone, as somebody copies it.
beforeAll(() => cpSync(join(projectRoot, "generated", "eks-platform"), copy, { recursive: true }));

describe("a copy of the published module", () => {
  it("makes a cluster by its complete example, and the next plan is empty", async () => {
    await initAndApplyAndIdempotent(options("complete"));
    expect(await outputAll(options("complete"))).toMatchObject({ cluster_name: "eks-example", addon_versions: { coredns: expect.any(String) } });
  }, 300_000);

  itUnless(platformProvidersMissing, "plans what runs inside it on the state that this one leaves, in a state of its own", async () => {
    const { actions, resources } = await initAndPlanAndShowWithStruct(options("platform-layer"));
    expect([...new Set(Object.values(actions).flat())]).toEqual(["create"]);
    expect(Object.keys(resources).map((address) => address.split(".")[1])).toEqual(expect.arrayContaining(["fluentd", "load_balancer_controller", "namespaces", "storage_classes"]));
  }, 120_000);

  it("says of a refused value which argument of which part it is", async () => {
    const folder = join(copy, "..", "refused");
    const call = { source: "../eks-platform", name: "a", region: "us-east-1", account: "111122223333", network: { cidr: "10.0.0.0/8", zones: ["us-east-1a", "us-east-1b"], nat: "none" }, cluster: { kubernetes_version: "1.35" }, addons: {} };
    writeFiles(folder, { "main.tf.json": { module: { eks_platform: call } } });
    const told = await initAndPlanAndShowWithStruct({ terraformDir: folder, envVars: emulator.environment }).then(String, (error: Error) => error.message.replace(/\s+/g, " "));
    expect(told).toContain('in module "network": ');
    expect(told).toContain("cidr = var.network.cidr");
    expect(told).toContain('cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.0.0/8" [vpc-cidr-prefix]');
  });
});
