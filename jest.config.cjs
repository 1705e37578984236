const { frameworkInPlace } = require("./cli/framework.cjs");

const esModules = [
  "execa", "figures", "get-stream", "human-signals", "is-plain-obj", "is-stream", "is-unicode-supported",
  "npm-run-path", "parse-ms", "path-key", "pretty-ms", "signal-exit", "strip-final-newline",
  "unicorn-magic", "yoctocolors", "@sec-ant", "@sindresorhus",
];

const fork = frameworkInPlace();

/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  roots: ["<rootDir>/test"],
  testEnvironment: "node",
  testMatch: ["**/*.test.ts"],
  // Terraform and the emulator are heavy: more than two at once slow each other down.
  maxWorkers: 2,
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
  reporters: ["<rootDir>/test/reporter.cjs"],
};
