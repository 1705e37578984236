import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { apply, destroy, inFolder, init, type Plan, planAndShowWithStruct, runTerraform } from "../harness";
import { platformProvidersMissing, standIn } from "../harness/stand-in";
import { describeUnless } from "../skip";
import type { Json } from "../synth";

const providers = { helm: { source: "hashicorp/helm" }, kubernetes: { source: "hashicorp/kubernetes" } };
const api = { host: "https://cluster.example.com", cluster_ca_certificate: "pem" };
const exec = { api_version: "client.authentication.k8s.io/v1beta1", command: "aws", args: ["eks", "get-token"] };
const release = { name: "traefik", chart: "traefik", version: "1.2.3", namespace: "${kubernetes_namespace_v1.ingress.metadata[0].name}", values: ["a: 1"] };

function configuration(changes: Json = {}, namespace = "ingress"): Json {
  return {
    terraform: { required_providers: providers },
    provider: { helm: { kubernetes: { ...api, exec } }, kubernetes: { ...api, exec: [exec] } },
    resource: {
      kubernetes_namespace_v1: { ingress: { metadata: { name: namespace } } },
      kubernetes_config_map_v1: { settings: { metadata: { name: "settings", namespace: release.namespace }, data: { a: "1" } } },
      helm_release: { traefik: { ...release, ...changes } },
    },
  };
}

/** A folder in which Terraform has applied the configuration. */
function applied(use: (folder: string) => Promise<void>): Promise<void> {
  return inFolder({ "main.tf.json": configuration() }, async (folder) => {
    await init({ terraformDir: folder });
    await apply({ terraformDir: folder });
    await use(folder);
  });
}

async function planIn(folder: string, json?: Json): Promise<Plan> {
  if (json !== undefined) writeFileSync(join(folder, "main.tf.json"), JSON.stringify(json));
  return planAndShowWithStruct({ terraformDir: folder });
}

describeUnless(platformProvidersMissing, "what stands in for the Helm and Kubernetes providers", () => {
  afterEach(async () => {
    const { cluster, configured, faults } = await standIn();
    cluster.clear();
    configured.clear();
    faults.splice(0);
  });

  it("plans what is new: arguments as given, defaults as in the providers, the rest unknown", async () => {
    await inFolder({ "main.tf.json": configuration() }, async (folder) => {
      await init({ terraformDir: folder });
      const { resources, unknown } = await planIn(folder);
      expect(resources["helm_release.traefik"]).toMatchObject({ name: "traefik", namespace: "ingress", values: ["a: 1"], atomic: false, timeout: 300, status: "deployed" });
      expect(unknown["helm_release.traefik"]).toMatchObject({ id: true, metadata: true });
      expect(resources["kubernetes_namespace_v1.ingress"]).toMatchObject({ metadata: [{ name: "ingress" }], wait_for_default_service_account: false });
      expect(unknown["kubernetes_namespace_v1.ingress"]).toEqual({ id: true, metadata: [{ generation: true, resource_version: true, uid: true }] });
    });
  });

  it("makes, keeps and destroys it", async () => {
    const { cluster } = await standIn();
    await applied(async (folder) => {
      expect(cluster.ids()).toEqual(["helm_release ingress/traefik", "kubernetes_config_map_v1 ingress/settings", "kubernetes_namespace_v1 ingress"]);
      const { actions } = await planIn(folder);
      expect(new Set(Object.values(actions).flat())).toEqual(new Set(["no-op"]));
      await destroy({ terraformDir: folder });
      expect(cluster.ids()).toEqual([]);
    });
  });

  const changes: readonly (readonly [string, Json, readonly string[], readonly string[]])[] = [
    ["a value", configuration({ values: ["a: 2"] }), ["update"], ["no-op"]],
    ["a namespace's name", configuration({}, "other"), ["delete", "create"], ["delete", "create"]],
  ];
  it.each(changes)("plans the change of %s", async (_, json, ofRelease, ofNamespace) => {
    await applied(async (folder) => {
      const { actions } = await planIn(folder, json);
      expect(actions).toMatchObject({ "helm_release.traefik": ofRelease, "kubernetes_namespace_v1.ingress": ofNamespace });
      await apply({ terraformDir: folder });
      expect(new Set(Object.values((await planIn(folder)).actions).flat())).toEqual(new Set(["no-op"]));
    });
  });

  it("sees what went away, and imports what is there", async () => {
    const { cluster } = await standIn();
    await applied(async (folder) => {
      await runTerraform({ terraformDir: folder }, ["state", "rm", "kubernetes_namespace_v1.ingress"]);
      await runTerraform({ terraformDir: folder }, ["import", "kubernetes_namespace_v1.ingress", "ingress"]);
      cluster.delete("helm_release", { name: "traefik", namespace: "ingress" });
      expect((await planIn(folder)).actions).toMatchObject({ "helm_release.traefik": ["create"], "kubernetes_namespace_v1.ingress": ["no-op"] });
    });
  });

  it("keeps a write-only value out of the state", async () => {
    await inFolder({ "main.tf.json": configuration({ set_wo: [{ name: "token", value: "hidden" }], set_wo_revision: 1 }) }, async (folder) => {
      await init({ terraformDir: folder });
      await apply({ terraformDir: folder });
      const state = (await runTerraform({ terraformDir: folder }, ["show", "-json"])).stdout;
      expect(state).toContain('"set_wo_revision":1');
      expect(state).not.toContain("hidden");
    });
  });

  it("refuses an argument that the schema lacks, and a namespace that is not there", async () => {
    const told = async (json: Json) => inFolder({ "main.tf.json": json }, async (folder) => {
      await init({ terraformDir: folder });
      return (await runTerraform({ terraformDir: folder }, ["apply", "-auto-approve"], { accept: [1] })).output;
    });
    expect(await told(configuration({ vesion: "1" }))).toContain('No argument or block type is named "vesion"');
    expect(await told(configuration({ namespace: "nowhere" }))).toContain('namespaces "nowhere" not found');
  });

  it("fails as the providers do while the cluster's API is out of reach, and where it is told to", async () => {
    const { faults } = await standIn();
    await applied(async (folder) => {
      faults.push({ unreachable: true });
      expect((await runTerraform({ terraformDir: folder }, ["plan"], { accept: [1] })).output).toContain("i/o timeout");
      await runTerraform({ terraformDir: folder }, ["state", "rm", "kubernetes_namespace_v1.ingress", "kubernetes_config_map_v1.settings"]);
      expect((await planIn(folder)).actions["helm_release.traefik"]).toEqual(["create"]);
      faults.splice(0, 1, { refuse: "helm_release ingress/traefik" });
      expect((await runTerraform({ terraformDir: folder }, ["destroy", "-auto-approve"], { accept: [1] })).output).toContain("helm_release ingress/traefik was refused");
    });
  });

  it("keeps the configuration that it was given", async () => {
    const { configured } = await standIn();
    await applied(async () => {
      expect(Object.fromEntries(configured)).toMatchObject({ helm: { kubernetes: { ...api, exec } }, kubernetes: { ...api, exec: [exec] } });
    });
  });
});
