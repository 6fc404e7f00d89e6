/**
 * Fitted by logistic regression on the labelled fixture speeches (`npm run trace:fit`, which also reports what they are worth on
 * speeches they were not fitted to); docs/trace.md explains each.
 */
export const traceWeights = {
  link: { claim: 2.4, clauses: 0.8, theme: 0.4, order: 0.7, hungry: 4.6, bias: -7.3 },
  met: { best: 0.75, need: 3.6, room: 17, cues: 2.4, bias: -0.5 },
} as const;
