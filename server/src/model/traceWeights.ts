/**
 * Fitted by logistic regression on the labelled fixture speeches (`npm run trace:fit`, which also reports what they are worth on
 * speeches they were not fitted to); docs/trace.md explains each.
 */
export const traceWeights = {
  link: { claim: 2.37, clauses: 1.22, topic: 3.04, order: 1.07, hungry: 5.61, bias: -9.14 },
  met: { best: 0.45, clauses: 1.05, covered: 4.56, room: 14.9, topic: 1.67, bias: -1.57 },
} as const;
