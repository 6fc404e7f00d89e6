/**
 * Fitted by logistic regression on the labelled speeches (`npm run trace:fit`, which also reports what they are worth on speeches they
 * were not fitted to); docs/trace.md explains each. Those of causes are fitted to measures by what can be told of causes as well.
 */
export const traceWeights = {
  link: { claim: 2.66, clauses: 0.45, topic: 1.99, order: 1.38, hungry: 5.16, fit: 0.97, won: 1.29, bias: -8.79 },
  cause: { claim: 2.37, clauses: 1.22, topic: 3.04, order: 1.07, hungry: 5.61, bias: -9.14 },
  met: {
    best: 0.61,
    clauses: 0.98,
    covered: 1.45,
    room: 1.49,
    topic: 0.57,
    sideline: -0.49,
    fit: 0.47,
    bestFit: -0.16,
    bias: -0.86,
  },
} as const;
