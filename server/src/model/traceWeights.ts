/**
 * Fitted by logistic regression on the labelled fixture speeches (`npm run trace:fit`, which also reports what they are worth on
 * speeches they were not fitted to); docs/trace.md explains each.
 */
export const traceWeights = {
  link: { claim: 2.37, clauses: 1.22, topic: 3.04, order: 1.07, hungry: 5.61, bias: -9.14 },
  met: { best: 0.42, clauses: 0.96, covered: 3.44, room: 6, topic: 1.24, sideline: -0.89, bias: -3.23 },
} as const;
