import { describe, expect, it } from 'vitest';
import { epochsToAccuracy } from '../../../src/insight/epochs-to-accuracy.ts';
import type { Finding } from '../../../src/insight/finding.ts';
import { firstStepGradient } from '../../../src/insight/first-step-gradient.ts';
import { gradientThroughLayers } from '../../../src/insight/gradient-through-layers.ts';
import { spanOf, spanOfFigures } from '../../../src/insight/over-seeds.ts';
import { validationAccuracyReached } from '../../../src/insight/validation-accuracy.ts';
import { whatIsEqual } from '../../../src/insight/what-is-equal.ts';
import { message, percent, translator } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { runOf, type Told } from './runs.ts';

const t = translator({}, 'en');
const words = (finding: Finding | undefined): string =>
  finding === undefined ? '' : [finding.title, ...finding.text].map(t).join('\n');
const told = (arg: ReturnType<typeof spanOf>): string => t(message('{arg}', { arg }));

function seeds(name: string, loss: NonNullable<Told['loss']>, each: readonly Told[]): Run[] {
  return each.map((of, index) => {
    const seed = index + 1;
    return runOf({ ...of, name: `${name} · seed ${seed}`, loss, group: name, spec: { seed } });
  });
}

const ce = seeds('CE', 'cross-entropy', [
  { accuracies: [0.1, 0.6, 0.8], firstNorms: [0.3, 0.4], norms: [[0.2, 0.4]] },
  { accuracies: [0.1, 0.4, 0.7], firstNorms: [0.3, 0.5], norms: [[0.3, 0.4]] },
  { accuracies: [0.1, 0.5, 0.84], firstNorms: [0.3, 0.6], norms: [[0.1, 0.4]] },
]);
const mse = seeds('MSE', 'mean-squared-error', [
  { accuracies: [0.1, 0.2, 0.5], firstNorms: [0.02, 0.04] },
  { accuracies: [0.1, 0.2, 0.6], firstNorms: [0.02, 0.04] },
  { accuracies: [0.1, 0.2, 0.4], firstNorms: [0.02, 0.05] },
]);

describe('a span', () => {
  it('goes from the least to the largest, and is one figure where all are the same', () => {
    expect(told(spanOf([3, 1, 2], 'count'))).toBe('1–3');
    expect(told(spanOf([2, 2], 'count'))).toBe('2');
  });

  it('does not hide what is no number', () => {
    expect(told(spanOf([3, NaN, 1], 'loss'))).toBe('NaN–3');
    expect(told(spanOf([3, Infinity], 'loss'))).toBe('3–∞');
    expect(told(spanOfFigures([percent(NaN), percent(NaN)]))).toBe('NaN');
  });
});

describe('the seeds of one experiment are one line', () => {
  it('of how many reached an accuracy, and when', () => {
    const text = words(epochsToAccuracy([...ce, ...mse]));
    expect(text).toMatch(
      'CE, 3 seeds: 50.0% at epoch 1–2 (3 of 3 seeds); 80.0% at epoch 2 (2 of 3 seeds).',
    );
    expect(text).toMatch(
      'MSE, 3 seeds: 50.0% at epoch 2 (2 of 3 seeds); 80.0% not reached by epoch 2 so far.',
    );
    // Not every seed of both reached either level, so there is no headline.
    expect(text).toMatch(/^Epochs to a given validation accuracy/);
  });

  it('of the accuracy: its mean and its span', () => {
    const text = words(validationAccuracyReached([...ce, ...mse]));
    // (0.8 + 0.7 + 0.84) / 3 = 0.78; (0.5 + 0.6 + 0.4) / 3 = 0.5; 78 − 50 = 28
    expect(text).toMatch('CE, 3 seeds: 78.0% on average (70.0%–84.0%) after epoch 2 so far.');
    expect(text).toMatch('the means over the seeds are 28 percentage points apart');
  });

  it('of the first gradients, seed by seed', () => {
    const text = words(firstStepGradient([...ce, ...mse]));
    // 0.4 / 0.04 = 10, 0.5 / 0.04 = 12.5, 0.6 / 0.05 = 12
    expect(text).toMatch(
      'CE against MSE, output layer, 3 seeds: gradient norm 0.4–0.6 against 0.04–0.05, a ratio of 10–12.5.',
    );
    expect(text).toMatch('The rest, 1–1.25, is the shape');
    expect(text).toMatch('the first layer first: 15, 10–12.5.');
    expect(text).toMatch(/^MSE starts with a weaker push/);
  });

  it('of the gradient through the layers', () => {
    // 0.3/0.4 = 0.75, 0.3/0.5 = 0.6, 0.3/0.6 = 0.5; in epoch 1 0.5, 0.75, 0.25
    expect(words(gradientThroughLayers(ce))).toMatch(
      'CE, 3 seeds: first layer 0.3, output layer 0.4–0.6, a ratio of 0.5–0.75; in epoch 1 the ratio is 0.25–0.75.',
    );
  });

  it('that do not differ in what their seeds share', () => {
    const text = words(whatIsEqual([...ce, ...mse]));
    expect(text).toMatch('Equal: data set, model, initial weights, data order,');
    expect(text).toMatch('Not equal: loss.');
    expect(text).toMatch('Each has the same 3 seeds.');
    expect(text).toMatch('10–12.5 times as large under CE as under MSE');
  });

  it('and are compared with chance where they have other seeds', () => {
    const text = words(whatIsEqual([...ce, ...mse.slice(1)]));
    expect(text).toMatch('Not equal: initial weights, data order, loss.');
    expect(text).toMatch('part of any difference is chance');
  });
});
