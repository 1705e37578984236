#!/usr/bin/env node
// Every npm script starts here, also on a fresh clone: so this file and what it imports need no package.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installNeeded, installRefused, lockHash, nodeRefused, stampFile } from "./requirements.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const refused = nodeRefused(process.version);
if (refused !== undefined) stop(refused);
const reason = installNeeded(root);
if (reason !== undefined) install(reason);

const { bundle } = await import("./bundle.mjs");
const { load } = createRequire(import.meta.url)("./load.cjs");
// A syntax error in the commands themselves: esbuild's message names the line.
const bundled = await bundle({ entry: "cli/main.ts", root }).catch((error) => stop(error.message));
load(bundled.program, bundled.vendor);

// To stderr: what some commands write to stdout is read by a shell.
function install(why) {
  const linked = installRefused(root);
  if (linked !== undefined) stop(`${why}\n${linked}`);
  const begun = Date.now();
  process.stderr.write(`${why}: installing the packages of package-lock.json …\n`);
  // Under NODE_ENV=production, which the cdktf command sets, npm would leave out what runs this project.
  const { status, error } = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", process.stderr.fd, process.stderr.fd],
    shell: process.platform === "win32",
  });
  if (error) stop(`npm: expected to run "npm ci", got "${error.message}"   [npm-install]`);
  if (status !== 0) stop(`npm: expected "npm ci" to end with 0, got ${status}   [npm-install]`);
  writeFileSync(join(root, stampFile), lockHash(root));
  process.stderr.write(`packages installed in ${((Date.now() - begun) / 1000).toFixed(0)} s\n`);
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
