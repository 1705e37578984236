import { chmodSync } from "node:fs";
import { join } from "node:path";
import { findTerraform, terraform, TerraformFailed } from "../../cli/terraform/terraform";
import { temporaryFolder, write } from "./temporary";

const folder = temporaryFolder();

function program(name: string, script: string): string {
  write(folder, { [name]: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, name), 0o755);
  return join(folder, name);
}

const version = (text: string) => `echo '{"terraform_version":"${text}"}'`;
const expected = "terraform: expected version 1.11 or newer on the PATH";
const why = "see https://developer.hashicorp.com/terraform/install   [terraform-version]";

it.each(["1.11.0", "1.12.3", "2.0.0", "1.11.0-rc1"])("Terraform %s is found", async (text) => {
  const path = program(`found-${text}`, version(text));
  expect(await findTerraform(path)).toEqual({ path, version: text });
});

it.each(["1.10.5", "1.9.8", "0.15.0"])("Terraform %s is refused in one sentence", async (text) => {
  await expect(findTerraform(program(`old-${text}`, version(text)))).rejects.toThrow(`${expected}, got "${text}"; ${why}`);
});

it("a missing Terraform is refused in one sentence", async () => {
  await expect(findTerraform(join(folder, "absent"))).rejects.toThrow(`${expected}, got nothing; ${why}`);
});

it("a program that is no Terraform is refused with what it said", async () => {
  await expect(findTerraform(program("other", "echo hello"))).rejects.toThrow(`${expected}, got "hello"; ${why}`);
});

describe("a run", () => {
  beforeAll(() => {
    const onInterrupt = `trap 'echo released the lock; exit 1' INT`;
    process.env.TERRAFORM_BINARY_NAME = program(
      "fake",
      `case $1 in version) ${version("1.11.4")};; exit) echo out; echo err >&2; exit $2;; wait) ${onInterrupt}; echo waiting; while :; do sleep 0.1; done;; esac`,
    );
  });

  it("gives its lines as they come, and both streams in order", async () => {
    const lines: string[] = [];
    const run = await terraform(["exit", "0"], { cwd: folder, onLine: (line) => lines.push(line) });
    expect(run).toMatchObject({ exitCode: 0, stdout: "out", stderr: "err" });
    expect(lines.toSorted()).toEqual(["err", "out"]);
  });

  it("that ends with an accepted code is an answer", async () => {
    expect((await terraform(["exit", "2"], { cwd: folder, accept: [0, 2] })).exitCode).toBe(2);
  });

  it("that ends with another code throws, with everything it said", async () => {
    const failed = await terraform(["exit", "2"], { cwd: folder }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(TerraformFailed);
    expect((failed as TerraformFailed).message).toMatch(/^terraform exit 2 ended with 2\n(out\nerr|err\nout)$/);
  });

  it("that is interrupted may end in good order", async () => {
    const interrupt = new AbortController();
    const failed = await terraform(["wait"], { cwd: folder, signal: interrupt.signal, onLine: () => interrupt.abort() }).catch((error: unknown) => error);
    expect((failed as TerraformFailed).run.stdout).toBe("waiting\nreleased the lock");
  });
});
