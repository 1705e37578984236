const { createHash } = require("node:crypto");
const { existsSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, resolve } = require("node:path");
const vm = require("node:vm");

/**
 * Runs a bundle (see bundle.mjs) in this process. V8's compiled form of the packages is kept beside them, which
 * saves a fifth of a synth; and an uncaught error is shown with the lines of the sources. Node's own
 * --enable-source-maps is not used: the framework takes a stack for every element, and that doubles a synth.
 */
function load(program, vendor) {
  process.on("uncaughtException", (error) => {
    process.stderr.write(`${inSources(error, program)}\n`);
    process.exit(1);
  });
  const packages = loadVendor(vendor);
  const module = moduleAt(program);
  const installed = Module.createRequire(program);
  module.require = (name) => (Object.hasOwn(packages, name) ? packages[name]() : installed(name));
  module._compile(readFileSync(program, "utf8"), program);
}

function loadVendor(file) {
  const cache = `${file}.${flags()}.v8`;
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  const script = new vm.Script(Module.wrap(readFileSync(file, "utf8")), { filename: file, cachedData });
  const module = moduleAt(file);
  script.runInThisContext().call(module.exports, module.exports, Module.createRequire(file), module, file, dirname(file));
  // At the end, when the functions that the program used are compiled, too. The file's name holds its content's hash.
  if (cachedData === undefined || script.cachedDataRejected) process.once("exit", () => keep(cache, script));
  return module.exports;
}

// V8 takes its compiled form back only under the flags that it was made with, and the cdktf command sets one.
function flags() {
  return createHash("sha256").update(JSON.stringify([process.version, process.arch, process.execArgv, process.env.NODE_OPTIONS])).digest("hex").slice(0, 8);
}

function keep(cache, script) {
  const temporary = `${cache}.${process.pid}.tmp`;
  writeFileSync(temporary, script.createCachedData());
  renameSync(temporary, cache);
}

function moduleAt(file) {
  const module = new Module(file, null);
  module.filename = file;
  module.paths = Module._nodeModulePaths(dirname(file));
  return module;
}

function inSources(error, program) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (!existsSync(`${program}.map`)) return stack;
  const map = new Module.SourceMap(JSON.parse(readFileSync(`${program}.map`, "utf8")));
  return stack.replaceAll(/\(?([^\s(]+\.cjs):(\d+):(\d+)\)?/g, (frame, file, line, column) => {
    if (file !== program) return frame;
    const { originalSource, originalLine, originalColumn } = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (originalSource === undefined) return frame;
    return `(${resolve(dirname(program), originalSource)}:${originalLine + 1}:${originalColumn + 1})`;
  });
}

// node load.cjs <program> <vendor> [arguments of the program]
if (require.main === module) {
  const [node, , program, vendor, ...args] = process.argv;
  process.argv = [node, program, ...args];
  load(program, vendor);
}

module.exports = { load };
