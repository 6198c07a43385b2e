import { incompleteBeta } from './incomplete-beta.ts';

/**
 * McNemar's exact test on the examples that only one of two models gets right: how likely a split as
 * uneven as `first` to `second`, or more so, if each were as likely the one's as the other's. The
 * two-sided tail of a binomial distribution with ½; 1 where there are no such examples.
 * McNemar 1947; Dietterich 1998 for two classifiers on one test set.
 */
export function mcNemar(first: number, second: number): number {
  const count = first + second;
  const fewer = Math.min(first, second);
  if (first === second) return 1;
  // P(X ≤ k) = I_½(n − k, k + 1)
  return Math.min(1, 2 * incompleteBeta(0.5, count - fewer, fewer + 1));
}
