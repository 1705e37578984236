import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { frameworkInPlace } from "./framework.cjs";

// Programs with binaries of their own beside their code: they are required where they are installed.
const neverBundled = ["esbuild"];
// A change of these changes what a bundle means, though no bundle reads them.
const settings = ["package.json", "package-lock.json", "tsconfig.json", "cli/bundle.mjs", "cli/framework.cjs", "cli/load.cjs"];
const vendorsKept = 8;

const options = { bundle: true, platform: "node", format: "cjs", target: "node20", logLevel: "silent", write: false, supported: { "dynamic-import": false } };

/**
 * Bundles a TypeScript program to CommonJS below .cache/bundle/ in two parts: the project's own code, and the
 * packages it imports. The second part is large and seldom changes, so a change of the program costs a few
 * milliseconds, and V8's compiled form of it can be kept (see load.cjs). An unchanged program costs a check.
 *
 * @param {{ entry: string, root: string }} program `entry` is relative to `root`
 * @returns {Promise<{ program: string, vendor: string, fresh: boolean }>} `fresh` tells that nothing had to be built
 */
export async function bundle({ entry, root }) {
  const fork = frameworkInPlace();
  const folder = join(root, ".cache", fork ? `bundle-${fork}` : "bundle");
  const name = entry.replace(/\.[cm]?ts$/, "").replaceAll(/[\\/]/g, "-");
  const program = join(folder, `${name}.cjs`);
  const recordFile = join(folder, `${name}.json`);
  const record = readRecord(recordFile);
  if (record && existsSync(program) && existsSync(join(folder, record.vendor)) && unchanged(record.inputs, root)) {
    return { program, vendor: join(folder, record.vendor), fresh: true };
  }
  const esbuild = await import("esbuild");
  mkdirSync(folder, { recursive: true });
  const { packages, inputs } = await buildProgram(esbuild, { entry, root, program });
  const vendor = await buildVendor(esbuild, { packages, root, folder, alias: fork ? { cdktf: fork } : {} });
  put(recordFile, JSON.stringify({ vendor, inputs }));
  return { program, vendor: join(folder, vendor), fresh: false };
}

function readRecord(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

// By content, not by time: a checkout of another branch and back builds nothing that it need not.
function unchanged(inputs, root) {
  return Object.entries(inputs).every(([path, hash]) => hashOf(join(root, path)) === hash);
}

async function buildProgram(esbuild, { entry, root, program }) {
  const begun = Date.now();
  const { outputFiles, metafile } = await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: program,
    packages: "external",
    sourcemap: true,
    metafile: true,
  });
  const paths = [...settings.filter((path) => existsSync(join(root, path))), ...Object.keys(metafile.inputs)];
  // What was written during the build may not be what was built: it counts as changed next time.
  const inputs = Object.fromEntries(paths.map((path) => [path, statSync(join(root, path)).mtimeMs < begun ? hashOf(join(root, path)) : "written during the build"]));
  for (const { path, contents } of outputFiles) put(path, contents);
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return { inputs, packages: [...new Set(imports)].filter((path) => !isBuiltin(path) && !neverBundled.includes(path)).sort() };
}

async function buildVendor(esbuild, { packages, root, folder, alias }) {
  const key = createHash("sha256").update(JSON.stringify([packages, options, lockHash(root)])).digest("hex").slice(0, 16);
  const file = `vendor-${key}.cjs`;
  if (existsSync(join(folder, file))) {
    utimesSync(join(folder, file), new Date(), new Date());
    return file;
  }
  // Required on demand: a program pays for a package when it imports it, as without a bundle.
  const table = packages.map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)})`);
  const { outputFiles } = await esbuild.build({
    ...options,
    stdin: { contents: `module.exports = { ${table.join(",\n")} };`, resolveDir: root },
    outfile: join(folder, file),
    external: neverBundled,
    alias,
    minifySyntax: true,
  });
  for (const { path, contents } of outputFiles) put(path, contents);
  dropOldVendors(folder);
  return file;
}

// The lock file names every package's content.
function lockHash(root) {
  return hashOf(join(root, "package-lock.json"));
}

function dropOldVendors(folder) {
  const vendors = readdirSync(folder).filter((name) => /^vendor-.*\.cjs$/.test(name));
  const byAge = vendors.map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs })).sort((a, b) => b.time - a.time);
  const old = byAge.slice(vendorsKept).map(({ name }) => name);
  for (const name of readdirSync(folder).filter((file) => old.some((vendor) => file.startsWith(vendor)))) rmSync(join(folder, name), { force: true });
}

function hashOf(path) {
  return existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("base64url") : "absent";
}

function put(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}
