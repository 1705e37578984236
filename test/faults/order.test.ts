import { useEmulator } from "../harness";
import { fault } from "./fault";
import { FaultProject } from "./project";
import { addresses, data, keyOf, remoteState, stack } from "./stacks";
import { Store } from "./store";

const emulator = useEmulator();
const project = new FaultProject(emulator);
const store = new Store(emulator);
beforeAll(() => store.make());

const network = (cidr: string) => stack("qa-network", { environment: "qa", layer: "network", resource: { terraform_data: { vpc: { input: cidr } } }, output: { vpc: { value: "${terraform_data.vpc.output}" } } });
const cluster = stack("qa-cluster", {
  environment: "qa",
  layer: "cluster",
  data: { terraform_remote_state: { network: remoteState("qa-network") } },
  resource: { terraform_data: { api: { input: "${data.terraform_remote_state.network.outputs.vpc}" } } },
  output: { api: { value: "${terraform_data.api.output}" } },
});

fault("upper-layer-first", "a layer waits for the one below, and Terraform alone refuses it; the next deploy makes both in order", async () => {
  project.write("qa", { "qa-network": network("10.0.0.0/16"), "qa-cluster": cluster });
  const alone = await project.deploy("qa", ["--target=terraform_data.api"]).ended;
  expect(alone).toMatchObject({ exitCode: 2, output: expect.stringContaining("  waits   qa-cluster waits for qa-network\n") });
  await (await project.terraform("qa-cluster", ["init"])).ended;
  expect(await (await project.terraform("qa-cluster", ["apply", "-auto-approve", "-no-color"])).ended).toMatchObject({ exitCode: 1, output: expect.stringContaining("Unable to find remote state") });
  expect([await store.resources("qa-cluster"), await store.locks("qa-cluster")]).toEqual([[], []]);
  expect((await project.deploy("qa").ended).exitCode).toBe(0);
  expect((await store.state("qa-cluster"))?.outputs["api"]?.value).toBe("10.0.0.0/16");
});

fault("lower-layer-pending", "a plan says that it stands on old outputs; the next deploy brings both up to date", async () => {
  project.write("qa", { "qa-network": network("10.1.0.0/16"), "qa-cluster": cluster });
  expect((await project.deploy("qa", ["--target=terraform_data.api"]).ended).exitCode).toBe(0);
  expect((await store.state("qa-cluster"))?.outputs["api"]?.value).toBe("10.0.0.0/16");
  expect(await project.platform(["plan", "qa"]).ended).toMatchObject({ exitCode: 2, output: expect.stringContaining("planned on the old outputs of qa-network, which has changes") });
  expect((await project.deploy("qa").ended).exitCode).toBe(0);
  expect((await store.state("qa-cluster"))?.outputs["api"]?.value).toBe("10.1.0.0/16");
  expect((await project.platform(["plan", "qa"]).ended).exitCode).toBe(0);
});

fault("state-of-another", "neither a deploy nor a destroy touches it", async () => {
  project.write("qb", { qb: stack("qa-network", { environment: "qb", resource: data("other") }) });
  const before = await store.object(keyOf("qa-network"));
  for (const command of ["deploy", "destroy"]) {
    const sentence = 'state output.environment: expected the state of "qb", got "qa"; its backend leads to the state of another one';
    expect(await project.platform([command, "qb", "--yes"]).ended).toMatchObject({ exitCode: 1, output: expect.stringContaining(sentence) });
  }
  expect([await store.object(keyOf("qa-network")), await store.locks("qa-network")]).toEqual([before, []]);
});

fault("older-commit", "nothing is planned, unless it is meant", async () => {
  const written = (name: string) => {
    project.write("qc", { qc: stack("qc", { resource: data("base", name) }) });
    return project.commit("envs/qc");
  };
  const [older, newer] = [written("older"), written("newer")];
  expect((await project.deploy("qc").ended).exitCode).toBe(0);
  project.git("checkout", "--quiet", older);
  const sentence = `expected a commit that contains ${newer.slice(0, 12)}, got "HEAD"; it would take back what came with`;
  expect(await project.deploy("qc").ended).toMatchObject({ exitCode: 1, output: expect.stringContaining(sentence) });
  expect(await store.resources("qc")).toEqual(addresses("base", "newer"));
  expect((await project.deploy("qc", ["--allow-older-commit"]).ended).exitCode).toBe(0);
  expect(await store.resources("qc")).toEqual(addresses("base", "older"));
});
