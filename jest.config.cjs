const { frameworkInPlace } = require("./cli/framework.cjs");

const esModules = [
  "execa", "figures", "get-stream", "human-signals", "is-plain-obj", "is-stream", "is-unicode-supported",
  "is-network-error", "npm-run-path", "p-retry", "parse-ms", "path-key", "pretty-ms", "signal-exit", "strip-final-newline",
  "unicorn-magic", "yoctocolors", "@sec-ant", "@sindresorhus",
];

const fork = frameworkInPlace();

// A quarter of what Terraform costs is the collection of garbage, and there is memory enough. Workers and Terraform inherit it.
process.env.GOGC ??= "off";
process.env.GOMEMLIMIT ??= "1GiB";

// Terraform's own start of this provider is most of what a plan costs: tests keep one running. Empty, they do as users do.
process.env.ATTACHED_AWS_PROVIDER ??= "5.100.0";

/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  roots: ["<rootDir>/test"],
  testEnvironment: "node",
  testMatch: ["**/*.test.ts"],
  // Terraform is heavy, but tests against the emulator mostly wait: most of such a file's seconds have no work for a processor.
  maxWorkers: 5,
  testTimeout: 240_000,
  moduleFileExtensions: ["ts", "mjs", "cjs", "js", "json", "node"],
  modulePathIgnorePatterns: ["<rootDir>/.cache/", "<rootDir>/cdktf.out/", "<rootDir>/generated/"],
  transform: {
    "\\.(ts|mjs|js)$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" }, sourceMaps: "inline" },
    ],
  },
  // execa and what it imports are ES modules only, and jest loads CommonJS.
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join("|")})/)`],
  // Its exports name no "require" condition.
  moduleNameMapper: {
    "^unicorn-magic$": "<rootDir>/node_modules/unicorn-magic/node.js",
    // Also for the provider's bindings, which import it, too.
    ...(fork && { "^cdktf$": `<rootDir>/node_modules/${fork}` }),
  },
  globalSetup: "<rootDir>/test/harness/shared/setup.cjs",
  testSequencer: "<rootDir>/test/sequencer.cjs",
  reporters: ["<rootDir>/test/reporter.cjs"],
};
