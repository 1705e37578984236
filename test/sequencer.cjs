const { default: Sequencer } = require("@jest/test-sequencer");
const { relative } = require("node:path");

/** The longest files, in seconds beside others on two cores. A fresh machine knows no times, and would begin some of them last. */
const long = require("./seconds.json");

class LongestFirst extends Sequencer {
  sort(tests) {
    const seconds = (test) => long[relative(test.context.config.rootDir, test.path)] ?? 0;
    return super.sort(tests).sort((a, b) => seconds(b) - seconds(a));
  }
}

module.exports = LongestFirst;
