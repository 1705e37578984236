import { readFileSync } from "node:fs";
import { join } from "node:path";
import { destroyScript, type PlatformStack, template, tf } from "../../kernel";
import { apply, destroy, inFolder, init, runTerraform, stateList } from "../harness";
import { synthStack } from "../synth";

const content = `[ "$answer" = 'it'"'"'s "gone" $HOME' ] && echo "$name" >> log && [ "$name" != stuck ]\n`;

/** Two steps, of which the second waits for the first. */
function steps(root: PlatformStack, second: string) {
  const environment = (name: string) => ({ name, answer: `it's "gone" $HOME` });
  const first = destroyScript(root, "first", { path: "scripts/step.sh", content, environment: environment("first"), dependsOn: [] });
  destroyScript(root, "second", { path: "scripts/step.sh", content, environment: { ...environment(second), first: template`after ${first.id}` }, dependsOn: [tf`terraform_data.first`] });
}

const files = (second: string) => ({ "main.tf.json": synthStack((root) => steps(root, second)), "scripts/step.sh": content });

it("a script runs before what it waited for is destroyed, with its environment as it was written", async () => {
  await inFolder(files("second"), async (folder) => {
    await init({ terraformDir: folder });
    await apply({ terraformDir: folder });
    await destroy({ terraformDir: folder });
    expect(readFileSync(join(folder, "log"), "utf8")).toBe("second\nfirst\n");
  });
});

it("a script that fails stops the destroy, and what it waited for is still there", async () => {
  await inFolder(files("stuck"), async (folder) => {
    await init({ terraformDir: folder });
    await apply({ terraformDir: folder });
    await runTerraform({ terraformDir: folder }, ["destroy", "-auto-approve"], { accept: [1] });
    expect(await stateList({ terraformDir: folder })).toEqual(["terraform_data.first", "terraform_data.second"]);
  });
});
