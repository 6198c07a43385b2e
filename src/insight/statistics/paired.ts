import { deviationOf, meanOf } from './moments.ts';
import { meanInterval, type Interval } from './mean-interval.ts';
import { twoSidedP } from './student-t.ts';

/** What pairs of values say of the difference between their first and their second. */
export interface PairedDifference {
  /** First − second of each pair. */
  readonly differences: readonly number[];
  readonly mean: number;
  /** Pairs whose first is larger, and whose second is. */
  readonly above: number;
  readonly below: number;
  /** Undefined for fewer than three pairs, or where all differences are the same. */
  readonly test: PairedTest | undefined;
}

export interface PairedTest {
  readonly t: number;
  readonly freedom: number;
  /** Of a mean as far from 0 or further, if there were no difference. */
  readonly p: number;
  /** The 95 % confidence interval of the mean difference. */
  readonly interval: Interval;
  /** Cohen's d of paired values: mean / standard deviation of the differences. */
  readonly effect: number;
}

/** With two pairs a t test has one degree of freedom, and shows next to nothing. */
export const fewestPairs = 3;

/** Student's paired t test (1908). */
export function pairedDifference(pairs: readonly (readonly [number, number])[]): PairedDifference {
  const differences = differencesOf(pairs);
  return {
    differences,
    mean: meanOf(differences),
    above: differences.filter((each) => each > 0).length,
    below: differences.filter((each) => each < 0).length,
    test: testOf(differences),
  };
}

/** First − second: what a seed does to both of a pair is not in it. */
export function differencesOf(pairs: readonly (readonly [number, number])[]): number[] {
  return pairs.map(([first, second]) => first - second);
}

function testOf(differences: readonly number[]): PairedTest | undefined {
  const count = differences.length;
  const mean = meanOf(differences);
  const deviation = deviationOf(differences);
  if (count < fewestPairs || !(deviation > 0)) return undefined;
  const freedom = count - 1;
  const t = mean / (deviation / Math.sqrt(count));
  const interval = meanInterval(differences);
  return { t, freedom, p: twoSidedP(t, freedom), interval, effect: mean / deviation };
}
