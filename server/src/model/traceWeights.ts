/**
 * Fitted by logistic regression on the labelled fixture speeches (`npm run trace:fit`, which also reports what they are worth on
 * speeches they were not fitted to); docs/trace.md explains each.
 */
export const traceWeights = {
  link: { claim: 2.1, lead: 1.9, clauses: 0.9, theme: 1, order: 1.1, hungry: 4.6, bias: -8.1 },
  met: { best: 0.7, need: 1.2, room: 16, cues: 2, bias: 0 },
} as const;
