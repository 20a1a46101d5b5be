/**
 * Natural logarithm of the gamma function, ln Γ(x), for x > 0. No units.
 *
 * Formula: Stirling's series at x ≥ 12, where its first seven terms are exact to the last digit; below, the recurrence
 * Γ(x) = Γ(x+1)/x leads up to there.
 *
 * Source: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 6.1.15 and 6.1.41.
 *
 * Assumes: x is a positive number; anything else gives NaN.
 * @example
 * logGamma(10.2) // 13.254266744236
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  let product = 1;
  let raised = x;
  while (raised < 12) {
    product *= raised;
    raised += 1;
  }
  const stirling = (raised - 0.5) * Math.log(raised) - raised + 0.5 * Math.log(2 * Math.PI);
  return stirling + stirlingRemainder(raised) - Math.log(product);
}

/** What Stirling's leading terms leave of ln Γ(x); for x ≥ 12. */
export function stirlingRemainder(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (const bernoulli of [1 / 156, -691 / 360_360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12])
    sum = sum * square + bernoulli;
  return sum / x;
}
