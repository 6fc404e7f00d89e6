// Mocha's usual report, closed by the mark that counts.mjs reads.
const { reporters, Runner } = require('mocha');

module.exports = class extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = runner.stats;
      console.log(`@@tests ${JSON.stringify({ passed: passes, failed: failures })}`);
    });
  }
};
