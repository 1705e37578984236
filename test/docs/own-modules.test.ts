import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { checkout, ProjectCopy } from "../envs/project-copy";

const page = readFileSync(join(checkout, "docs", "own-modules.md"), "utf8");
const blocks = (language: string) => [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(([, text]) => text!);
const files = blocks("ts").flatMap((text) => [...text.matchAll(/^\/\/ (\S+\/\S+)\n([^]*)$/g)].map(([, path, content]) => [path!, content!] as const));
const said = blocks("ts").filter((text) => !text.startsWith("// "));
const changes = blocks("diff").map((text) => [/^\+\+\+ b\/(.*)$/m.exec(text)![1]!, text] as const);

/** A reader who does what the page says, from top to bottom. */
describe("docs/own-modules.md", () => {
  const reader = new ProjectCopy();
  const run = async (...command: string[]) => {
    const { exitCode, stdout, stderr } = await reader.run(["cli/start.mjs", ...command]);
    if (exitCode !== 0) throw new Error(`${command.join(" ")} ended with ${exitCode}\n${stdout}${stderr}`);
  };
  beforeAll(async () => {
    for (const part of ["docs", "LICENSE"]) cpSync(join(checkout, part), join(reader.root, part), { recursive: true });
    // The files that the commands read of a release that is recorded.
    if (existsSync(join(checkout, "releases"))) cpSync(join(checkout, "releases"), join(reader.root, "releases"), { recursive: true });
    mkdirSync(join(reader.root, "test", "modules"), { recursive: true });
    await run("new", "module", "message-queues");
  });

  it("has files to show, changes and something that an environment says", () => {
    expect([files.length, changes.length, said.length]).toEqual([2, 6, 1]);
  });

  it.each(files)("shows %s as the command writes it", (path, content) => {
    expect(reader.read(path)).toBe(content);
  });

  it.each(changes)("has a change of %s that can be made", async (path, change) => {
    const before = reader.read(path);
    await execa("git", ["apply", "--recount", "-"], { cwd: reader.root, input: change });
    expect(reader.read(path)).not.toBe(before);
  });

  it("then shows the HCL that is generated", async () => {
    await run("generate");
    const shown = blocks("hcl").map((text) => /^# (\S+)\n([^]*)$/.exec(text)!);
    expect(shown).toHaveLength(1);
    for (const [, path, content] of shown) expect(reader.read(path!)).toContain(content);
  });

  it("then has an environment with the module in it, of the right types", async () => {
    const environment = "envs/dev/environment.ts";
    reader.edit(environment, "\n  addons:", `\n  ${said[0]!.trim()}\n  addons:`);
    await run("synth", "dev");
    const stack = JSON.parse(reader.read("cdktf.out/stacks/dev/cdk.tf.json"));
    expect(Object.keys(stack.resource.aws_sqs_queue)).toEqual(["queues_failed", "queues_this"]);
    expect(stack.variable.queues.default.queues).toMatchObject({ orders: { dead_letters: { after_receives: 5 } }, reports: { visibility_timeout_seconds: 3600 } });
  });
});
