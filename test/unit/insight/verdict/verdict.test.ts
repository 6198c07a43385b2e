import { describe, expect, it } from 'vitest';
import { lossSpec } from '../../../../src/experiment/losses/loss-spec.ts';
import { wholeOptimizer } from '../../../../src/experiment/optimizers/optimizer-spec.ts';
import { armsOf, pairOf, type Pair } from '../../../../src/insight/verdict/arms.ts';
import { conclude } from '../../../../src/insight/verdict/conclusion.ts';
import { decide } from '../../../../src/insight/verdict/decision.ts';
import { imagesApart } from '../../../../src/insight/verdict/images.ts';
import { citedFor } from '../../../../src/insight/verdict/literature/catalogue.ts';
import { translator } from '../../../../src/l10n.ts';
import { applyEvent } from '../../../../src/run/reduce.ts';
import type { Outcome } from '../../../../src/run/event.ts';
import type { Run } from '../../../../src/run/run.ts';
import { runOf } from '../runs.ts';

const t = translator({}, 'en');

interface Told {
  /** The last accuracy of each seed. */
  readonly finals: readonly number[];
  /** The best accuracy of each seed, in the epoch before the last. */
  readonly bests?: readonly number[];
  /** The epoch in which 0.81 is reached, of each seed. */
  readonly reach?: readonly number[];
  readonly ece?: readonly number[];
  readonly norm?: number;
  readonly rate?: number;
  readonly isFair?: boolean;
  readonly outcome?: Outcome | null;
}

function runsOf(loss: 'cross-entropy' | 'mean-squared-error', told: Told): Run[] {
  const { finals, bests = finals, reach, ece, norm = 0.4, rate = 0.1, isFair = false } = told;
  const optimizer = wholeOptimizer({ name: 'sgd', learningRate: rate });
  return finals.map((final, index) => {
    const seed = index + 1;
    const early = Array.from({ length: 10 }, (_, epoch) => (epoch >= (reach?.[index] ?? 2) ? 0.81 : 0.1)); // prettier-ignore
    const { outcome = 'completed' } = told;
    const run = runOf({
      name: `${loss} ${seed}`,
      loss,
      spec: { seed, loss: lossSpec(loss), optimizer },
      accuracies: [...early, bests[index] ?? NaN, final],
      firstNorms: [1, norm],
      ...(outcome !== null && { outcome }),
    });
    if (isFair) run.identity = { ...run.identity, purpose: { kind: 'fair' } };
    run.evaluations.metrics['expected-calibration-error'].push(ece?.[index] ?? NaN);
    return run;
  });
}

function pairOfBoth(ce: Told, mse: Told): Pair {
  const arms = armsOf([...runsOf('cross-entropy', ce), ...runsOf('mean-squared-error', mse)]);
  const pair = pairOf(arms);
  if (pair === undefined) throw new Error('There is no pair.');
  return pair;
}

const titleOf = (ce: Told, mse: Told): string => t(conclude(pairOfBoth(ce, mse)).title);
const textOf = (ce: Told, mse: Told): string => {
  const { text, limits } = conclude(pairOfBoth(ce, mse));
  return [...text, ...limits].map(t).join('\n');
};

const good: Told = { finals: [0.87, 0.871, 0.872, 0.874, 0.873] };
const worse: Told = { finals: [0.857, 0.859, 0.858, 0.86, 0.861] };

describe('the conclusion', () => {
  it('follows a difference over the seeds, with its size, its interval and its chance', () => {
    expect(titleOf(good, worse)).toBe('Cross-entropy is more accurate than MSE on softmax');
    // Differences 1.3, 1.2, 1.4, 1.4, 1.2 points: their mean is 1.3.
    expect(textOf(good, worse)).toMatch('Over 5 seeds Cross-entropy is 1.3 points better, and was so in every one; a difference this large would appear by chance in fewer than 1 of 1,000'); // prettier-ignore
    // SciPy: stats.t.interval(0.95, 4, 1.3, stats.sem([1.3, 1.2, 1.4, 1.4, 1.2])) = 1.176, 1.424
    expect(textOf(good, worse)).toMatch('between 1.18 and 1.42 points');
  });

  it('turns round with the numbers', () => {
    expect(titleOf(worse, good)).toBe('MSE on softmax is more accurate than Cross-entropy');
  });

  it('is that nothing can be shown where the seeds do not agree', () => {
    const mixed: Told = { finals: [0.88, 0.86, 0.875, 0.87, 0.88] };
    expect(titleOf(good, mixed)).toBe('No difference that these runs could show');
    expect(textOf(good, mixed)).toMatch('and was so in 3 of them');
  });

  describe('tells what the best epoch says', () => {
    const mixed: Told = { finals: [0.88, 0.86, 0.875, 0.87, 0.88] };
    const peaks = [0.88, 0.882, 0.881, 0.884, 0.883];
    const by = (ce: Told, mse: Told): string | undefined =>
      textOf(ce, mse).split('\n').find((text) => text.startsWith('By the best epoch')); // prettier-ignore

    it('where the last shows no difference and the best does', () => {
      const higher = { ...mixed, bests: [0.886, 0.889, 0.888, 0.89, 0.892] };
      // SciPy, of 0.6, 0.7, 0.7, 0.6, 0.9 points: t.interval = 0.548, 0.852; ttest_1samp: p = 0.0002.
      expect(by({ ...good, bests: peaks }, higher)).toBe(
        'By the best epoch of each run MSE on softmax is 0.7 points ahead (95 %: 0.548 to 0.852); a difference this large would appear by chance in fewer than 1 of 1,000 such comparisons if there were none. By the last epoch these runs show no difference.',
      );
      expect(textOf({ ...good, bests: peaks }, higher)).toMatch('The last epoch decides');
      expect(titleOf({ ...good, bests: peaks }, higher)).toBe('No difference that these runs could show'); // prettier-ignore
    });

    it('where the last shows a difference and the best does not', () => {
      const even = { ...worse, bests: [0.879, 0.884, 0.88, 0.883, 0.882] };
      // SciPy, of 0.1, −0.2, 0.1, 0.1, 0.1 points: −0.127, 0.207.
      expect(by({ ...good, bests: peaks }, even)).toBe(
        'By the best epoch of each run the lead of Cross-entropy is 0.04 points (95 %: −0.127 to 0.207), which is none that these runs could show.',
      );
    });

    it('where it turns the order round', () => {
      const higher = { ...worse, bests: [0.893, 0.894, 0.896, 0.897, 0.895] };
      // SciPy, of 1.3, 1.2, 1.5, 1.3, 1.2 points: 1.148, 1.452.
      expect(by({ ...good, bests: peaks }, higher)).toBe(
        'By the best epoch of each run MSE on softmax is ahead instead, by 1.3 points (95 %: 1.15 to 1.45).',
      );
      expect(titleOf({ ...good, bests: peaks }, higher)).toBe('Cross-entropy is more accurate than MSE on softmax'); // prettier-ignore
    });

    it('where it turns a lead round that is none either', () => {
      // By the last, MSE is 0.1 points ahead, p = 0.81. SciPy, of 0, −0.2, 0.1, 0.1, 0.1: −0.142, 0.182.
      const even = { ...mixed, bests: [0.88, 0.884, 0.88, 0.883, 0.882] };
      expect(by({ ...good, bests: [0.88, 0.882, 0.881, 0.884, 0.883] }, even)).toBe(
        'By the best epoch of each run Cross-entropy is ahead instead, by 0.02 points (95 %: −0.142 to 0.182), which these runs cannot show either.',
      );
    });

    it('and nothing where it says the same, too few seeds say anything, or runs go on', () => {
      expect(by(good, worse)).toBeUndefined();
      expect(
        by({ finals: [0.9], bests: [0.91] }, { finals: [0.8], bests: [0.95] }),
      ).toBeUndefined();
      const higher = { ...worse, bests: [0.893, 0.894, 0.896, 0.897, 0.895], outcome: null };
      expect(by({ ...good, bests: peaks }, higher)).toBeUndefined();
    });
  });

  it('names no leader where the seeds cancel', () => {
    const [low, high] = [0.86, 0.88];
    const text = textOf({ finals: [low, high, low, high] }, { finals: [high, low, high, low] });
    expect(text).toMatch('Over 4 seeds the two are equally accurate in the mean.');
    expect(text).not.toMatch('better');
  });

  it('of one seed is never a verdict, however large the difference', () => {
    const one: Told = { finals: [0.9] };
    const other: Told = { finals: [0.2] };
    expect(titleOf(one, other)).toBe('Cross-entropy is ahead in these runs, which are too few for a verdict'); // prettier-ignore
    expect(textOf(one, other)).toMatch('A test needs 3 seeds');
    expect(decide(pairOfBoth(one, other)).accuracy).toBe('untested');
  });

  it('of two seeds is none either', () => {
    expect(textOf({ finals: [0.9, 0.91] }, { finals: [0.8, 0.82] })).toMatch('which needs 3');
  });

  it('tells faster from better', () => {
    const same = { finals: [0.87, 0.88, 0.86, 0.87] };
    const slow = { finals: [0.871, 0.879, 0.861, 0.869], reach: [6, 7, 8, 7] };
    expect(titleOf(same, slow)).toBe('Cross-entropy is faster, not better');
  });

  it('tells more accurate from better calibrated', () => {
    const sure = { ...good, ece: [0.08, 0.081, 0.082, 0.08, 0.079] };
    const modest = { ...worse, ece: [0.03, 0.032, 0.031, 0.029, 0.03] };
    expect(titleOf(sure, modest)).toBe(
      'Cross-entropy is more accurate, MSE on softmax better calibrated',
    );
  });

  it('is of one rate alone where the rate favours one', () => {
    const weak = { ...worse, norm: 0.04 };
    expect(titleOf(good, weak)).toMatch(/^At this one learning rate: Cross-entropy is more/);
    expect(textOf(good, weak)).toMatch('is 10 times as large'); // 0.4 / 0.04
  });

  it('waits for the first epoch, and says while runs train that it is so far', () => {
    expect(titleOf(good, { ...worse, outcome: null })).toBe('Cross-entropy is ahead so far');
    const untrained = runOf({ loss: 'mean-squared-error', accuracies: [0.1] });
    const pair = pairOf(armsOf([...runsOf('cross-entropy', good), untrained]));
    expect(pair && t(conclude(pair).title)).toBe('Nothing to conclude yet');
  });

  it('is none where a loss diverged', () => {
    expect(titleOf({ ...good, outcome: 'diverged' }, worse)).toBe(
      'Cross-entropy diverged, so there is no comparison',
    );
  });
});

describe('the arms', () => {
  it('leave out the runs of a sweep', () => {
    const runs = runsOf('cross-entropy', good);
    for (const run of runs) run.identity = { ...run.identity, purpose: { kind: 'sweep' } };
    expect(armsOf(runs)).toEqual([]);
  });

  it('with a rate of their own each come before those that share one', () => {
    const own = { ...good, isFair: true };
    const runs = [
      ...runsOf('cross-entropy', good),
      ...runsOf('mean-squared-error', worse),
      ...runsOf('cross-entropy', own),
      ...runsOf('mean-squared-error', { ...own, rate: 1 }),
    ];
    const pair = pairOf(armsOf(runs));
    expect([pair?.a.isTuned, pair?.b.isTuned]).toEqual([true, true]);
    expect(pair && decide(pair).rates.kind).toBe('tuned');
  });

  it('make no pair of one loss', () => {
    expect(pairOf(armsOf(runsOf('cross-entropy', good)))).toBeUndefined();
  });
});

describe('the literature', () => {
  const stances = (ce: Told, mse: Told): Record<string, string> => {
    const pair = pairOfBoth(ce, mse);
    const cited = citedFor(pair, decide(pair));
    return Object.fromEntries(cited.map(({ work, stance }) => [work.source.slice(0, 5), stance]));
  };

  it('is agreed with, disagreed with, or neither, as the runs are', () => {
    expect(stances(good, worse)).toEqual({ Golik: 'agree', Gloro: 'cannot-tell', 'Hui &': 'cannot-tell' }); // prettier-ignore
    expect(stances(worse, good)).toMatchObject({ Golik: 'disagree' });
    expect(stances({ finals: [0.9] }, { finals: [0.1] })).toMatchObject({ Golik: 'cannot-tell' });
  });

  it('on tuned rates is judged by tuned rates, and “as good” by an interval within a point', () => {
    const near: Told = { finals: [0.871, 0.87, 0.873, 0.873, 0.874] };
    const fair = (told: Told): Told => ({ ...told, isFair: true });
    expect(stances(good, near)).toMatchObject({ 'Hui &': 'cannot-tell' });
    expect(stances(fair(good), fair(near))).toMatchObject({ 'Hui &': 'agree' });
    expect(stances(fair(good), fair(worse))).toMatchObject({ 'Hui &': 'disagree' });
    const wide: Told = { finals: [0.9, 0.84, 0.88, 0.85, 0.89] };
    expect(stances(fair(good), fair(wide))).toMatchObject({ 'Hui &': 'cannot-tell' });
  });
});

describe('image by image', () => {
  const labels = Array.from({ length: 20 }, () => 0);
  function of(wrong: readonly number[], hardest: number): Run {
    const run = runOf({ accuracies: [0.1, 0.5] });
    const predicted = labels.map((_, place) => (wrong.includes(place) ? 1 : 0));
    const losses = labels.map((_, place) => (place === hardest ? 9 : 0.1));
    const at = { wallTime: 200, step: 10, epoch: 1 };
    applyEvent(run, { type: 'evaluation', ...at, metrics: {}, confusion: [], classLosses: [], examples: { losses, predicted } }); // prettier-ignore
    return run;
  }

  it('counts what only one gets right, and what each does on the hardest twentieth of either', () => {
    const found = imagesApart(of([3, 4, 5, 6, 7], 3), of([3, 9], 9), labels);
    // Wrong under a alone: 4 5 6 7; under b alone: 9; under both: 3.
    expect(found).toMatchObject({ onlyA: 1, onlyB: 4, bothWrong: 1, count: 20 });
    expect(found?.p).toBeCloseTo(2 * (6 / 32), 12); // (1 + 5) / 2⁵, twice
    expect(found?.hardOfA).toEqual({ count: 1, rightA: 0, rightB: 0 });
    expect(found?.hardOfB).toEqual({ count: 1, rightA: 1, rightB: 0 });
  });

  it('is not told of other images', () => {
    const a = of([], 0);
    a.identity = { ...a.identity, spec: { ...a.identity.spec, dataset: { ...a.identity.spec.dataset, name: 'mnist' } } }; // prettier-ignore
    expect(imagesApart(a, of([], 0), labels)).toBeUndefined();
    expect(imagesApart(of([], 0), of([], 0), [0])).toBeUndefined();
  });
});
