// How a test run tells its counts to whoever started it.

const marker = /^@@tests (\{.*\})$/;

/**
 * Reads the output of a test run line by line; `line` says whether a line is for people, `result` judges the run. The
 * counts come from the run's own closing mark. A run that was killed has none, and VS Code calls even that a success;
 * so no mark, no passed test, or a bad exit status without a failed test all count as a failure.
 */
export function readCounts() {
  let counts;
  return {
    line(text) {
      const [, json] = marker.exec(text) ?? [];
      if (json) counts = JSON.parse(json);
      return !json;
    },
    result(status) {
      if (!counts) return { passed: 0, failed: 1, reason: 'the run broke off before its end' };
      if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1, reason: 'no test ran' };
      if (status !== 0 && counts.failed === 0)
        return { ...counts, failed: 1, reason: `it ended with status ${status}` };
      return counts;
    },
  };
}
