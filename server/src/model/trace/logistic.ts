/** 0–1: the logistic function of the weighted features and `weights.bias`. A feature that is missing counts as 0. */
export function logistic(
  features: Readonly<Record<string, number>>,
  weights: Readonly<Record<string, number>>,
): number {
  let sum = weights.bias ?? 0;
  for (const name in weights) if (name !== 'bias') sum += (weights[name] ?? 0) * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
