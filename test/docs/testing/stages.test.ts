import { copyTerraformFolderToTemp, destroy, initAndApply, loadTerraformOptions, output, runTestStage, saveTerraformOptions, temporaryFolder, writeFiles } from "../../harness";

// In a test of your own: the stack's folder, and a folder beside the test that git ignores.
const [stack, work] = [temporaryFolder(), temporaryFolder()];
writeFiles(stack, { "main.tf.json": { resource: { terraform_data: { this: { input: "hello" } } }, output: { said: { value: "${terraform_data.this.output}" } } } });

test("what is deployed says hello", async () => {
  await runTestStage("deploy", async () => {
    const options = { terraformDir: copyTerraformFolderToTemp(stack) };
    saveTerraformOptions(work, options);
    await initAndApply(options);
  });
  await runTestStage("check", async () => expect(await output(loadTerraformOptions(work), "said")).toBe("hello"));
  await runTestStage("destroy", () => destroy(loadTerraformOptions(work)));
});
