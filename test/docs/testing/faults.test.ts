import { apply, init, planAndShowWithStruct, stateList, startCommand, temporaryFolder, writeFiles } from "../../harness";

test("kill -9 in the middle of an apply leaves what is done in the state, and the rest to the next apply", async () => {
  const options = { terraformDir: temporaryFolder() };
  const main = (second: object) => ({ resource: { terraform_data: { first: {}, second: { depends_on: ["terraform_data.first"], ...second } } } });
  writeFiles(options.terraformDir, { "main.tf.json": main({ provisioner: { "local-exec": { command: "sleep 30" } } }) });
  await init(options);
  const command = startCommand("terraform", ["apply", "-auto-approve", "-no-color"], { cwd: options.terraformDir });
  await command.waitFor(/^terraform_data\.second: Provisioning/);
  command.signal("SIGKILL");
  expect(await command.ended).toMatchObject({ signal: "SIGKILL" });
  // A local state is written as it grows, and its lock ends with the process.
  writeFiles(options.terraformDir, { "main.tf.json": main({}) });
  expect((await planAndShowWithStruct(options)).differences).toEqual(["create terraform_data.second"]);
  await apply(options);
  expect(await stateList(options)).toEqual(["terraform_data.first", "terraform_data.second"]);
});
