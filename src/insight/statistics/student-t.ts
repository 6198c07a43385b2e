import { incompleteBeta } from './incomplete-beta.ts';

/** P(|T| ≥ |t|) of Student's t with `freedom` degrees of freedom: I_{ν/(ν+t²)}(ν/2, ½). */
export function twoSidedP(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** The t that |T| exceeds with probability p, 0 < p < 1, by bisection: `twoSidedP` falls with t. */
export function criticalT(p: number, freedom: number): number {
  let high = 1;
  while (twoSidedP(high, freedom) > p) high *= 2;
  let low = 0;
  for (let middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (twoSidedP(middle, freedom) > p) low = middle;
    else high = middle;
  }
  return high;
}
