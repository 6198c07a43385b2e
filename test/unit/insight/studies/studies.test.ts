import { describe, expect, it, test } from 'vitest';
import { studies, studyNames, type StudyName } from '../../../../src/insight/studies/catalogue.ts';
import { progressOf, studiesOf } from '../../../../src/insight/studies/progress.ts';
import { measuredStudies } from '../../../../src/insight/studies/measured.ts';
import { studyRuns } from '../../../../src/insight/studies/study.ts';
import { criterion, readingText } from '../../../../src/insight/studies/words.ts';
import { translator } from '../../../../src/l10n.ts';
import { inventedRuns, type Told } from './invented.ts';

const slow: Told = { train: [0.2, 0.3, 0.4, 0.6], validation: [0.2, 0.3, 0.4, 0.6] };
const quick: Told = { train: [0.6, 0.7, 0.8, 0.9], validation: [0.6, 0.7, 0.8, 0.9] };
const accurate: Told = { validation: [0.9] };
const chance: Told = { validation: [0.1] };
const cured: Told = { train: [0.9], validation: [0.86], crossEntropy: [0.5] };
const overfitted: Told = { train: [1], validation: [0.8] };
const cures = ['more-data', 'weight-decay', 'l1', 'dropout', 'augmentation', 'early-stopping'];
const every = (arms: readonly string[], told: Told) => Object.fromEntries(arms.map((arm) => [arm, told])); // prettier-ignore
const best = (told: Told) => every(['linear-0.02', 'mse-0.8'], told);

/** Figures of the arms by which a claim is true, and by which nothing of it is. */
const told: Record<StudyName, { true: Record<string, Told>; false: Record<string, Told> }> = {
  'saturated-mse': {
    true: { ce: quick, bce: quick, mse: slow, 'mse-sigmoid': slow },
    false: {},
  },
  'bad-initialisation': { true: { 'mse-large': chance }, false: {} },
  'tuned-squared-error': {
    true: best(accurate),
    false: { 'ce-0.4': accurate },
  },
  'many-classes': {
    true: { 'mse-100': chance },
    false: { 'mse-10': chance, 'mse-100': accurate, 'rescaled-100': chance },
  },
  'mean-and-sum': {
    true: { sum: chance },
    false: { 'sum-rescaled': { crossEntropy: [1.1] }, 'adam-sum': chance },
  },
  depth: {
    true: { ...every(['relu', 'batch-norm', 'adam', 'resnet', 'shallow'], accurate), deep: { ...chance, norms: [1e-4, 1] } },
    false: {},
  },
  'vanishing-by-loss': {
    true: { ce: { norms: [0.1, 1] }, 'ce-relu': { norms: [0.1, 1] } },
    false: {},
  },
  'overfitting-by-loss': {
    true: { ce: { train: [0.95, 1], validation: [0.75, 0.75], calibrationError: 0.2 }, mse: { train: [0.95, 0.96], validation: [0.8, 0.8] } },
    false: {},
  },
  'overfitting-cures': { true: { ...every(cures, cured), plain: overfitted }, false: {} },
  'article-example': { true: { noise: accurate }, false: { noise: chance } },
  'random-labels': {
    true: { random: { train: [1], validation: [0.1] } },
    false: { random: { train: [0.5], validation: [0.5] } },
  },
  'label-noise': { true: every(['mae', 'gce', 'brier'], accurate), false: {} },
  calibration: {
    true: every(['smoothing', 'focal', 'brier'], { calibrationError: 0.02 }),
    false: { ce: { calibrationError: 0.01 } },
  },
  'focal-imbalance': { true: { focal: { balancedAccuracy: 0.6 } }, false: {} },
  'small-regions': {
    true: every(['dice', 'focal-tversky', 'ce-dice'], { meanIou: 0.7 }),
    false: {},
  },
}; // prettier-ignore

describe.each(studyNames)('the study %s', (name) => {
  const study = studies[name];

  it('comes out as reproduced where the runs show what is claimed', () => {
    const { outcome, readings } = progressOf(name, inventedRuns(name, told[name].true));
    expect(readings.map(({ holds }) => holds)).not.toContain(false);
    expect(outcome).toBe('reproduced');
  });

  it('comes out as not reproduced where they show nothing of it', () => {
    const { outcome, readings } = progressOf(name, inventedRuns(name, told[name].false));
    expect(readings.map(({ holds }) => holds)).not.toContain(true);
    expect(outcome).toBe('not-reproduced');
  });

  it('is open, and says no figure, until every run has come to its end', () => {
    const [last, ...others] = inventedRuns(name, told[name].true).reverse();
    expect(progressOf(name, others)).toMatchObject({ outcome: 'open', readings: [], finished: others.length }); // prettier-ignore
    if (last) last.state = 'stopped';
    expect(progressOf(name, last ? [last, ...others] : others).outcome).toBe('open');
  });

  it('has runs that can be trained, with seeds by which no setting was chosen', () => {
    const runs = studyRuns(study);
    expect(runs.length).toBe(Object.keys(study.arms).length * study.seeds.length);
    expect(new Set(runs.map(({ spec }) => JSON.stringify(spec))).size).toBe(runs.length);
    expect(study.seeds.filter((seed) => seed <= 2)).toEqual([]);
  });

  it('says its criterion and what was measured without a place left open', () => {
    const t = translator({}, 'en');
    const { readings } = progressOf(name, inventedRuns(name, told[name].true));
    study.expectations.forEach((expectation, index) => {
      const reading = readings[index];
      if (reading === undefined) throw new Error('An expectation has no reading');
      const texts = [t(criterion(study, expectation)), t(readingText(study, expectation, reading))];
      for (const text of texts) expect(text).not.toMatch(/[{}]|NaN|undefined/);
    });
  });
});

test('the best of a grid lies inside it, so that no rate beyond would be better', () => {
  const found = studyNames.flatMap((name) =>
    studies[name].expectations.flatMap((expectation, index) => {
      const { of, than } = measuredStudies[name]?.readings[index] ?? {};
      const sides = 'than' in expectation ? [[expectation.of, of], [expectation.than, than]] as const : []; // prettier-ignore
      return sides.flatMap(([side, reading]) =>
        typeof side === 'string' ? [] : [{ bestOf: side.bestOf, arm: reading?.arm }],
      );
    }),
  );
  expect(found).toHaveLength(4);
  for (const { bestOf, arm } of found) expect(bestOf.slice(1, -1)).toContain(arm);
});

test('a study by one seed is told without a spread', () => {
  const study = studies['article-example'];
  const [expectation] = study.expectations;
  const runs = inventedRuns('article-example', told['article-example'].true);
  const [reading] = progressOf('article-example', runs, study.seeds.slice(0, 1)).readings;
  if (!expectation || !reading) throw new Error('There is no reading');
  const text = translator({}, 'en')(readingText(study, expectation, reading));
  expect(text).toBe('Noise, as in the article 90.0%.');
});

test('runs are told to their studies by what they are for, the latest of each arm and seed', () => {
  const refuted = inventedRuns('article-example', told['article-example'].false);
  const found = inventedRuns('article-example', told['article-example'].true);
  const others = inventedRuns('random-labels', told['random-labels'].true).slice(1);
  const [first, second, ...more] = studiesOf([...refuted, ...found, ...others]);
  expect(first).toMatchObject({ study: 'article-example', outcome: 'reproduced', finished: 10 });
  expect(second).toMatchObject({ study: 'random-labels', outcome: 'open', finished: 9 });
  expect(more).toEqual([]);
});

test('what was never reached is judged neither way, and said so', () => {
  const never: Told = { train: [0.8], validation: [0.7] };
  const { readings, outcome } = progressOf('overfitting-by-loss', inventedRuns('overfitting-by-loss', { ce: never, mse: never })); // prettier-ignore
  const [first, ...others] = readings;
  const [expectation] = studies['overfitting-by-loss'].expectations;
  if (!first || !expectation) throw new Error('There is no reading');
  expect(first.holds).toBeNull();
  expect(others.map(({ holds }) => holds)).toEqual([false, false, false]);
  expect(outcome).toBe('not-reproduced');
  expect(readingText(studies['overfitting-by-loss'], expectation, first).text).toMatch(
    /cannot be read/,
  );
});

test('a run that diverged has come to its end, one that failed has not', () => {
  const diverged = inventedRuns('article-example', { noise: { ...chance, outcome: 'diverged' } });
  expect(progressOf('article-example', diverged).outcome).toBe('not-reproduced');
  const failed = inventedRuns('article-example', { noise: { ...chance, outcome: 'failed' } });
  expect(progressOf('article-example', failed)).toMatchObject({ outcome: 'open', finished: 5, planned: 10 }); // prettier-ignore
});
