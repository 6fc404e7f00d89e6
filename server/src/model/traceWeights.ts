/**
 * Fitted by logistic regression on the labelled fixture speeches (`npm run trace:fit`, which also reports what they are worth on
 * speeches they were not fitted to); docs/trace.md explains each.
 */
export const traceWeights = {
  link: { claim: 2.39, clauses: 1.09, topic: 3.44, order: 0.75, hungry: 5.49, bias: -8.84 },
  met: { best: 0.79, need: 1.49, room: 17.8, topic: 0.91, cues: 1.49, bias: -0.13 },
} as const;
