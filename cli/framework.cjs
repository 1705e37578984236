const forks = { cdktf: undefined, cdktn: "cdktf-fork" };

/**
 * What stands for the package cdktf, by the environment variable FRAMEWORK: the framework itself, or its live fork.
 * See docs/adr/0006-framework-end-of-life.md.
 *
 * @returns {string | undefined} the package that takes its place
 */
function frameworkInPlace() {
  const name = process.env.FRAMEWORK || "cdktf";
  if (Object.hasOwn(forks, name)) return forks[name];
  throw new Error(`FRAMEWORK: expected one of ${Object.keys(forks).join(", ")}, got ${JSON.stringify(name)}   [framework]`);
}

module.exports = { frameworkInPlace };
