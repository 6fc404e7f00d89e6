/**
 * Fitted by logistic regression on the labelled speeches (`npm run trace:fit`, which also reports what they are worth
 * on speeches they were not fitted to); docs/trace.md explains each. Those of causes are fitted to measures by what can
 * be told of causes as well.
 */
export const traceWeights = {
  link: {
    claim: 2.34,
    clauses: 0.38,
    topic: 1.87,
    order: 0.61,
    hungry: 4.54,
    fit: 0.19,
    pick: 0.2,
    picked: 0.3,
    bias: -5.89,
  },
  cause: { claim: 2.38, clauses: 0.69, topic: 3.07, order: 1.49, hungry: 4.33, bias: -8.52 },
  met: {
    best: 0.63,
    clauses: 1.03,
    room: 0.41,
    topic: 0.76,
    sideline: -0.8,
    fit: 0.18,
    bestFit: -0.08,
    rival: -1.2,
    bias: -0.95,
  },
} as const;
