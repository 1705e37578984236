const { writeFileSync } = require("node:fs");
const { relative } = require("node:path");

/**
 * Prints a line a file as it ends, every failure in full, every skipped test with its reason,
 * and as the very last line the true counts. With TEST_TOTALS set, the counts go to that file
 * and the caller, who adds its own checks, prints the last line.
 */
class Reporter {
  constructor(globalConfig) {
    this.root = globalConfig.rootDir;
    // Jest prints the console of a verbose run as it comes.
    this.verbose = globalConfig.verbose;
    this.filtered = Boolean(globalConfig.testNamePattern);
    this.done = 0;
  }

  onRunStart(results) {
    this.files = results.numTotalTestSuites;
  }

  onTestFileStart(test) {
    if (process.stdout.isTTY) print(`  …      ${relative(this.root, test.path)}`);
  }

  onTestFileResult(test, result) {
    this.done += 1;
    const { passed, failed, skipped } = this.count(result);
    const seconds = ((result.perfStats.end - result.perfStats.start) / 1000).toFixed(1);
    const counts = [`${passed} passed`, failed && `${failed} failed`, skipped.length && `${skipped.length} skipped`];
    const name = relative(this.root, test.path);
    print(`[${this.done}/${this.files}] ${failed ? "FAILED" : "ok    "} ${name}: ${counts.filter(Boolean).join(", ")} (${seconds} s)`);
    for (const { title, reason } of skipped) print(`         skipped: ${title}: ${reason}`);
    if (result.failureMessage) print(result.failureMessage);
    if (failed && !this.verbose) for (const { type, message } of result.console ?? []) print(`  console.${type}: ${message}`);
  }

  onRunComplete(_contexts, results) {
    const totals = { passed: 0, failed: 0, skipped: 0 };
    for (const result of results.testResults) {
      const { passed, failed, skipped } = this.count(result);
      totals.passed += passed;
      totals.failed += failed;
      totals.skipped += skipped.length;
    }
    this.totals = totals;
    this.interrupted = results.wasInterrupted;
    if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify(totals));
    else print(line(totals));
  }

  // Jest exits with 1 when this returns an error.
  getLastError() {
    if (!this.totals) return new Error("jest ended without results");
    if (this.totals.failed > 0) return new Error("tests failed");
    if (this.totals.passed === 0) return new Error("no test ran");
    return undefined;
  }

  // A file that cannot be loaded, or fails outside its tests, has no failed test of its own: it counts as one.
  count(result) {
    const outside = result.testExecError && result.numFailingTests === 0 ? 1 : 0;
    const skipped = result.testResults.filter(({ status }) => ["pending", "todo", "skipped", "disabled"].includes(status)).map(skip);
    return {
      passed: result.numPassingTests,
      failed: result.numFailingTests + outside,
      // What -t leaves out is no skipped test.
      skipped: this.filtered ? skipped.filter(({ given }) => given) : skipped,
    };
  }
}

function skip({ fullName }) {
  const marker = /^(.*?) ?\{\{skipped: (.*?)\}\}(.*)$/.exec(fullName);
  if (!marker) return { title: fullName, reason: "no reason given", given: false };
  return { title: marker[1] + marker[3], reason: marker[2], given: true };
}

function line({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

module.exports = Reporter;
