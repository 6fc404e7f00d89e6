/**
 * Fitted by logistic regression on the labelled speeches (`npm run trace:fit`, which also reports what they are worth on speeches they
 * were not fitted to); docs/trace.md explains each. Those of causes are fitted to measures by what can be told of causes as well.
 */
export const traceWeights = {
  link: {
    claim: 2.34,
    clauses: 0.24,
    topic: 1.85,
    order: 0.54,
    hungry: 4.27,
    fit: 0.17,
    pick: 0.25,
    picked: 0.3,
    bias: -5.52,
  },
  cause: { claim: 2.37, clauses: 0.66, topic: 3.04, order: 1.45, hungry: 4.32, bias: -8.44 },
  met: {
    best: 0.63,
    clauses: 1.11,
    room: 0.84,
    topic: 0.77,
    sideline: -0.89,
    fit: 0.14,
    bestFit: -0.05,
    rival: -1.1,
    bias: -1.17,
  },
} as const;
