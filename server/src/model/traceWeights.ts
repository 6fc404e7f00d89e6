/**
 * Fitted by logistic regression on the labelled fixture speeches (`npm run trace:fit`, which also reports what they are worth on
 * speeches they were not fitted to); docs/trace.md explains each.
 */
export const traceWeights = {
  link: { claim: 2.37, clauses: 1.22, topic: 3.04, order: 1.07, hungry: 5.61, bias: -9.14 },
  met: { best: 0.78, need: 1.5, room: 17.4, topic: 1.09, cues: 1.51, bias: -0.11 },
} as const;
