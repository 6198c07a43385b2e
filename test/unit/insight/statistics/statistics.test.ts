import { describe, expect, it } from 'vitest';
import { incompleteBeta, lnGamma } from '../../../../src/insight/statistics/incomplete-beta.ts';
import { mcNemar } from '../../../../src/insight/statistics/mcnemar.ts';
import { deviationOf, meanOf } from '../../../../src/insight/statistics/moments.ts';
import { pairedDifference } from '../../../../src/insight/statistics/paired.ts';
import { criticalT, twoSidedP } from '../../../../src/insight/statistics/student-t.ts';
import reference from '../../../fixtures/statistics/reference.json' with { type: 'json' };

/** Within a relative error; a number below 1e-290 counts as 0. */
function expectNear(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual - expected), `${actual} for ${expected}`).toBeLessThanOrEqual(
    relative * Math.abs(expected) + 1e-290,
  );
}

describe('the distributions agree with SciPy', () => {
  it.each(reference.gamma)('ln Γ(%f)', (x, expected) => {
    expect(lnGamma(x)).toBeCloseTo(expected, 10);
  });

  it.each(reference.beta)('I_%f(%f, %f)', (x, a, b, expected) => {
    expectNear(incompleteBeta(x, a, b), expected, 1e-10);
  });

  it.each(reference.tails)('P(|T| ≥ %f), %i degrees of freedom', (t, freedom, expected) => {
    expectNear(twoSidedP(t, freedom), expected, 1e-11);
  });

  it.each(reference.quantiles)('the t of p = %f, %i degrees of freedom', (p, freedom, expected) => {
    expectNear(criticalT(p, freedom), expected, 1e-10);
  });

  it.each(reference.mcnemar)('McNemar of %i against %i', (first, second, expected) => {
    expectNear(mcNemar(first, second), expected, 1e-9);
    expect(mcNemar(second, first)).toBe(mcNemar(first, second));
  });
});

it('the tails of a beta distribution make up the whole', () => {
  for (const [x, a, b] of [[0.2, 3, 7], [0.9, 0.5, 4], [0.5, 50, 50]] as const)
    expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 12); // prettier-ignore
});

describe('McNemar’s test', () => {
  /** Σ C(n, k) for k ≤ m, exactly, over 2ⁿ. */
  function tail(n: number, m: number): number {
    let [choose, sum] = [1n, 0n];
    for (let k = 0n; k <= BigInt(m); k++) {
      sum += choose;
      choose = (choose * (BigInt(n) - k)) / (k + 1n);
    }
    return Number((sum * 10n ** 18n) / 2n ** BigInt(n)) / 1e18;
  }

  it('is twice the exact tail of the binomial distribution', () => {
    for (const [first, second] of [[3, 9], [0, 6], [17, 40], [90, 60]] as const) {
      const expected = Math.min(1, 2 * tail(first + second, Math.min(first, second)));
      expect(mcNemar(first, second)).toBeCloseTo(expected, 12);
    } // prettier-ignore
  });

  it('says nothing of models that are wrong about the same images', () => {
    expect(mcNemar(0, 0)).toBe(1);
  });
});

describe('the paired test', () => {
  it.each(reference.paired)('of $pairs.length pairs agrees with SciPy', (expected) => {
    const pairs = expected.pairs.map(([a = NaN, b = NaN]) => [a, b] as const);
    const { test } = pairedDifference(pairs);
    expect(test?.t).toBeCloseTo(expected.t, 9);
    expectNear(test?.p ?? NaN, expected.p, 1e-9);
    expect(test?.interval.low).toBeCloseTo(expected.interval[0] ?? NaN, 12);
    expect(test?.interval.high).toBeCloseTo(expected.interval[1] ?? NaN, 12);
  });

  it('goes by the pairs, not by the two heaps', () => {
    // The heaps overlap widely; within each pair the first is 0.01 ± 0.001 larger.
    const { test, above, below } = pairedDifference([[0.5, 0.489], [0.7, 0.69], [0.9, 0.891]]); // prettier-ignore
    expect(test?.p).toBeLessThan(0.01);
    expect([above, below]).toEqual([3, 0]);
  });

  it('is not made of two pairs, nor of differences without a spread', () => {
    expect(pairedDifference([[1, 0], [2, 0]]).test).toBeUndefined(); // prettier-ignore
    expect(pairedDifference([[1, 0.5], [2, 1.5], [3, 2.5]]).test).toBeUndefined(); // prettier-ignore
  });
});

it('the deviation is that of a sample', () => {
  expect(meanOf([1, 2, 3, 6])).toBe(3);
  expect(deviationOf([1, 2, 3, 6])).toBeCloseTo(Math.sqrt((4 + 1 + 0 + 9) / 3), 14);
  expect(deviationOf([1])).toBeNaN();
});
