import { ProjectCopy } from "./project-copy";

const project = new ProjectCopy();

it("mistakes end the command with 1 and a line each, and leave the last good output as it was", async () => {
  expect(await project.synth()).toMatchObject({ exitCode: 0, stderr: "" });
  const good = project.files("cdktf.out");
  expect(Object.keys(good)).toContain("cdktf.out/stacks/prod-network/cdk.tf.json");
  project.edit("envs/prod/environment.ts", `cidr: "10.10.0.0/16"`, `cidr: "10.10.0.5/16"`);
  project.edit("envs/prod/environment.ts", `"m5d.large"`, `"m5dd.large"`);
  project.edit("envs/staging/environment.ts", "min: 2, desired: 2", "min: 2, desired: 1");
  const lines = [
    `envs/staging/environment.ts nodeGroups.system.sizes.min: expected a number that is at most desired, got 2; try 1   [node-group-min-desired]`,
    `envs/prod/environment.ts network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.10.0.5/16"; try "10.10.0.0/16"   [vpc-cidr-prefix]`,
    `envs/prod/environment.ts nodeGroups.spot.instanceTypes[2]: expected an instance type of EC2, got "m5dd.large"; try "m5d.large"   [instance-type]`,
  ];
  expect(await project.synth()).toEqual({ exitCode: 1, stdout: "", stderr: lines.join("\n") });
  expect(project.files("cdktf.out")).toEqual(good);
  // An environment alone is judged alone.
  expect(await project.synth("prod")).toEqual({ exitCode: 1, stdout: "", stderr: lines.slice(1).join("\n") });
  expect(await project.synth("dev")).toMatchObject({ exitCode: 0, stderr: "" });
});

it("a variable of the shell that would replace an environment's data is refused", async () => {
  const line = `TF_VAR_network: expected no such variable in the shell, got "a value"; it would replace what the environment's file says   [shell-variable]`;
  expect(await project.run(["cli/start.mjs", "synth", "dev"], { TF_VAR_network: "{}", TF_VAR_other: "x" })).toEqual({ exitCode: 1, stdout: "", stderr: line });
});

it("what a cluster runs already is warned of, and synthesized", async () => {
  project.edit("envs/dev/environment.ts", `kubernetesVersion: "1.35"`, `kubernetesVersion: "1.30", running: { kubernetesVersion: "1.30" }`);
  const line = `envs/dev/environment.ts cluster.kubernetesVersion: expected a Kubernetes version that EKS supports, got "1.30"; its support ended on 2026-07-23; try "1.31"   [kubernetes-support]`;
  expect(await project.synth("dev")).toMatchObject({ exitCode: 0, stderr: `warning: ${line}` });
  expect(project.read("cdktf.out/stacks/dev/cdk.tf.json")).toContain(`"kubernetes_version": "1.30"`);
});

it("a key that no type knows is told by the compiler and by the check, both at once", async () => {
  project.edit("envs/dev/environment.ts", `nat: "single"`, `natGateways: 1`);
  const { exitCode, stderr } = await project.synth("dev");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("'natGateways' does not exist in type");
  expect(stderr).toMatch(/^envs\/dev\/environment\.ts network\.natGateways: expected one of the keys .*, got "natGateways" {3}\[unknown-key\]$/m);
  expect(stderr).toMatch(/^envs\/dev\/environment\.ts network\.nat: expected one of none, single, perZone, .*, got nothing; it has no default {3}\[required\]$/m);
});
