import { changeLayout } from "../../cli/plan/change-layout";
import { deploy } from "../../cli/deploy/deploy-command";
import { standInHost, useTerraformCloud } from "../terraform-cloud/stand-in";
import { LayeredProject, type Layers, told } from "./layered-project";
import { temporaryProject } from "./temporary";

const cloud = useTerraformCloud();
const layers: Layers = { network: { vpc: "a" }, cluster: { this: "network.vpc" } };

it("change-layout moves the state of a workspace to those of the layers", async () => {
  Object.assign(process.env, await cloud.environment());
  const project = new LayeredProject(temporaryProject({ "main.ts": "export {};\n" }), { hostname: standInHost, organization: "example" });
  const options = { yes: true, json: false, quiet: false, target: [], replace: [], lockTimeout: "2m", allowOlderCommit: false, allow: [] };
  project.write(layers, "one");
  await told((progress) => deploy({ root: project.root, environment: "qa", kind: "deploy", options, progress }));
  project.write(layers, "layered");
  await told((progress) => changeLayout(project.root, "qa", progress));
  const addresses = (name: string) => cloud.workspaces.named(name).states[0]!.state.resources.filter(({ mode }) => mode === "managed").map(({ type, name: block }) => `${type}.${block}`);
  expect(Object.fromEntries(["qa", "qa-network", "qa-cluster"].map((name) => [name, addresses(name)]))).toEqual({ qa: [], "qa-network": ["terraform_data.network_vpc"], "qa-cluster": ["terraform_data.cluster_this"] });
});
