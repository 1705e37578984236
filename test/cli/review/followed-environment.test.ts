import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeRecord } from "../../../cli/deploy/deploy-record";
import { followedEnvironment } from "../../../cli/review/followed-environment";
import { guardInput } from "../../../cli/review/guard-input";
import { environmentStacks } from "../../../cli/synth/environment-stacks";
import { LayeredProject } from "../layered-project";

const project = new LayeredProject();
const commit = { commit: "0123456789".repeat(4), dirty: false };
const stack = "qa-network";
const state = { version: 4, serial: 1, lineage: "one", resources: [], outputs: {} } as never;

/** What is told of `qa`, which is as its file says now. */
async function deployed() {
  return (await followedEnvironment(project.root, "qa", await environmentStacks(project.root, "qa"))).deployed;
}

// In order: each begins where the one before it ended.
describe("whether the environment that is followed has a change", () => {
  it("nobody knows where no deploy was written down", async () => {
    project.write({ network: { vpc: "a" } }, "layered");
    expect(await deployed()).toEqual({ kind: "unknown", why: `there is no record of a deploy of ${stack}` });
  });

  it("has it when its stacks are those that were deployed last, from whatever commit", async () => {
    const { stacks } = await environmentStacks(project.root, "qa");
    await writeRecord(stacks[0]!, "deploy", commit, state);
    expect(await deployed()).toEqual({ kind: "yes" });
  });

  it("lacks it when a stack of it says something else now", async () => {
    project.write({ network: { vpc: "b" } }, "layered");
    expect(await deployed()).toEqual({ kind: "no", commit: commit.commit });
  });

  it("lacks it after an apply that came to no end, and after a destroy", async () => {
    const { stacks } = await environmentStacks(project.root, "qa");
    await writeRecord(stacks[0]!, "deploy", commit, undefined);
    expect(await deployed()).toMatchObject({ kind: "no" });
    await writeRecord(stacks[0]!, "destroy", commit, state);
    expect(await deployed()).toMatchObject({ kind: "no" });
  });

  it("nobody knows by the record of a deploy that did not write what was deployed", async () => {
    writeFileSync(join(project.folder(stack), `terraform.${stack}.tfstate.deploy.json`), JSON.stringify({ ...commit, layer: stack, command: "deploy", complete: true }));
    expect(await deployed()).toMatchObject({ kind: "unknown" });
  });
});

it("one that does not exist is refused by one sentence about the file that names it", async () => {
  const stacks = [{ name: stack, folder: "", reads: [], json: { "//": { review: { follows: "staging", cloud: null, allowed: {} } }, terraform: {} } }];
  await expect(guardInput(project.root, "qa", { stacks, output: "", messages: "" }, [])).rejects.toThrow('envs/qa/environment.ts follows: expected one of the environments qa, got "staging"   [follows-unknown]');
});
