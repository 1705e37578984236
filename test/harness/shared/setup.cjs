const { spawn } = require("node:child_process");
const { once } = require("node:events");
const { join } = require("node:path");
const { createInterface } = require("node:readline");

/** Starts what the test files of a run share. It ends with this process, whose end closes its standard input. */
module.exports = async ({ rootDir }) => {
  const { bundle } = await import("../../../cli/bundle.mjs");
  const { program, vendor } = await bundle({ entry: "test/harness/shared/program.ts", root: rootDir });
  const child = spawn(process.execPath, [join(rootDir, "cli", "load.cjs"), program, vendor], { cwd: rootDir, stdio: ["pipe", "pipe", "inherit"] });
  const [address] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), once(child, "exit")]);
  if (!String(address).startsWith("http:")) throw new Error(`what test files share ended with ${address} before it began`);
  process.env.TESTS_SHARED = address;
  for (const part of [child, child.stdin, child.stdout]) part.unref();
};
