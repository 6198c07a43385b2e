/** Lanczos' approximation of ln Γ(x), x > 0, with g = 7 and nine terms (Godfrey 2001): 15 digits. */
const lanczosFirst = 0.9999999999998099;
const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const sum = lanczos.reduce((total, term, index) => total + term / (x + index), lanczosFirst);
  const base = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/**
 * The regularised incomplete beta function I_x(a, b), a and b > 0, 0 ≤ x ≤ 1: the share of a beta
 * distribution below x, and with it every tail of Student's t and of a binomial distribution.
 *
 * By the continued fraction of Press et al., Numerical Recipes, 6.4, which converges quickly where
 * x < (a + 1)/(a + b + 2); beyond, by I_x(a, b) = 1 − I_{1−x}(b, a).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const lnBeta = lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBeta) / a;
  return front * continuedFraction(x, a, b);
}

const smallest = 1e-300;
const mostTerms = 10_000;

/** By Lentz's method: the convergents of 1/(1 + d₁/(1 + d₂/(1 + …))), two terms a round. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= mostTerms; m++) {
    const before = value;
    for (const term of terms(m, x, a, b)) {
      d = 1 / notZero(1 + term * d);
      c = notZero(1 + term / c);
      value *= c * d;
    }
    if (Math.abs(value - before) <= 1e-15 * Math.abs(value)) break;
  }
  return value;
}

/** d₂ₘ and d₂ₘ₊₁. */
function terms(m: number, x: number, a: number, b: number): readonly [number, number] {
  const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
  const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
  return [even, odd];
}

const notZero = (value: number): number => (Math.abs(value) < smallest ? smallest : value);
