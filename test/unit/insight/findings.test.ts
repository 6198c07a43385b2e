import { plainRelu } from '../../../src/experiment/models/model.ts';
import { describe, expect, it } from 'vitest';
import { epochReaching, epochsToAccuracy } from '../../../src/insight/epochs-to-accuracy.ts';
import type { Finding } from '../../../src/insight/finding.ts';
import { firstStepGradient, firstStepPairs } from '../../../src/insight/first-step-gradient.ts';
import { flow, gradientThroughLayers } from '../../../src/insight/gradient-through-layers.ts';
import { findingsOf } from '../../../src/insight/insights.ts';
import {
  standardError,
  validationAccuracyReached,
} from '../../../src/insight/validation-accuracy.ts';
import { whatIsEqual } from '../../../src/insight/what-is-equal.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import {
  wholeOptimizer,
  type OptimizerSpec,
} from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { translator } from '../../../src/l10n.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { runOf } from './runs.ts';

const t = translator({}, 'en');
const words = (finding: Finding | undefined): string =>
  finding === undefined ? '' : [finding.title, ...finding.text].map(t).join('\n');

const ce = runOf({ accuracies: [0.1, 0.6, 0.8, 0.88], firstNorms: [0.3, 0.4] });
const mse = runOf({
  name: 'MSE',
  position: 1,
  loss: 'mean-squared-error',
  accuracies: [0.1, 0.3, 0.5, 0.7],
  firstNorms: [0.02, 0.04],
});

describe('epochs to accuracy', () => {
  it('counts an epoch that exactly reaches the level', () => {
    expect(epochReaching(ce, 0.8)).toBe(2); // accuracies 0.1 0.6 [0.8] 0.88
    expect(epochReaching(mse, 0.8)).toBeUndefined();
  });

  it('makes the highest level that both reached the headline', () => {
    expect(words(epochsToAccuracy([ce, mse]))).toMatch('50.0% accuracy: epoch 1 against epoch 2');
  });

  it('says of a run that goes on that it has not reached a level so far', () => {
    expect(words(epochsToAccuracy([mse]))).toMatch('80.0% not reached by epoch 3 so far');
  });

  it('says of a run that ended that it never reached a level', () => {
    const ended = runOf({ accuracies: [0.1, 0.2], outcome: 'completed' });
    expect(words(epochsToAccuracy([ended]))).toMatch('50.0% not reached by epoch 1, its last');
  });

  it('leaves out a run that has ended no epoch', () => {
    const untrained = runOf({ name: 'none', accuracies: [0.1] });
    expect(words(epochsToAccuracy([ce, untrained]))).not.toMatch('none');
    expect(epochsToAccuracy([untrained])).toBeUndefined();
  });
});

describe('validation accuracy', () => {
  it('gives the difference in percentage points', () => {
    // 100 · (0.88 − 0.7) = 18
    expect(words(validationAccuracyReached([ce, mse]))).toMatch(
      'they are 18 percentage points apart',
    );
  });

  it('compares at the last epoch that all have reached', () => {
    const longer = runOf({ name: 'longer', accuracies: [0.1, 0.2, 0.3, 0.4, 0.99] });
    // Epoch 3: 100 · (0.88 − 0.4) = 48
    expect(words(validationAccuracyReached([ce, longer]))).toMatch(
      'At epoch 3 they are 48 percentage',
    );
  });

  it('knows how exact a share of images is', () => {
    // √(0.5 · 0.5 / 2500) = 0.01; a = 0.9 has the smaller √(0.09 / 2500) = 0.006
    expect(standardError([0.9, 0.5], 2500)).toBeCloseTo(0.01, 12);
  });
});

describe('first gradients', () => {
  it('are compared layer by layer', () => {
    const ratios = firstStepPairs(ce, mse).map((pair) => pair.ratio);
    expect(ratios).toEqual([0.3 / 0.02, 0.4 / 0.04]); // 15 and 10
    expect(words(firstStepGradient([ce, mse]))).toMatch('MSE starts with a weaker push');
    expect(words(firstStepGradient([ce, mse]))).toMatch('0.4 against 0.04, a ratio of 10.');
    // The mean over 10 classes against the sum explains all of it: 10 = 10 · 1.
    expect(words(firstStepGradient([ce, mse]))).toMatch(
      'a factor of 10 is reduction alone: CE takes the sum over the 10 classes, MSE the mean. The rest, 1, is',
    );
  });

  it('are not compared between runs that start apart', () => {
    const other = runOf({ firstNorms: [1, 2], spec: { seed: 2 } });
    expect(firstStepGradient([ce, other])).toBeUndefined();
  });

  it('are not compared between models that are made otherwise', () => {
    for (const style of [
      { ...plainRelu, activation: 'tanh', initializer: 'he-normal', batchNorm: false },
      { ...plainRelu, activation: 'relu', initializer: 'glorot-uniform', batchNorm: false },
      { ...plainRelu, activation: 'relu', initializer: 'he-normal', batchNorm: true },
    ] as const) {
      const other = runOf({ firstNorms: [1, 2], spec: { model: { ...modelSpec('mlp'), style } } });
      expect(firstStepGradient([ce, other])).toBeUndefined();
    }
  });

  it('are not compared with a gradient of 0 or NaN', () => {
    const zero = runOf({ firstNorms: [0, 0] });
    const invalid = runOf({ firstNorms: [NaN, NaN] });
    expect(firstStepGradient([ce, zero])).toBeUndefined();
    expect(firstStepGradient([ce, invalid])).toBeUndefined();
  });
});

describe('gradient through the layers', () => {
  it('is the first layer over the output layer', () => {
    expect(flow(ce.gradients.firstStep)).toBeCloseTo(0.75, 12); // 0.3 / 0.4
  });

  it('is called shrinking where the first layer gets less than half', () => {
    const deep = runOf({ firstNorms: [0.001, 0.01, 0.1], norms: [[0.002, 0.01, 0.1]] });
    // 0.001 / 0.1 = 0.01 at step 1, 0.002 / 0.1 = 0.02 in epoch 1
    expect(words(gradientThroughLayers([deep]))).toMatch('shrinks on its way');
    expect(words(gradientThroughLayers([deep]))).toMatch(
      'a ratio of 0.01; in epoch 1 the ratio is 0.02',
    );
  });

  it('is not called growing where only the layers’ size grows', () => {
    const wide = runOf({ firstNorms: [0.25, 0.1], weights: [100_000, 1000] });
    // Norms 0.25 / 0.1 = 2.5, but elements 2.5 · √(1000 / 100000) = 0.25
    expect(words(gradientThroughLayers([wide]))).toMatch(/^The gradient on its way to the first/);
  });

  it('has nothing to say of one layer', () => {
    expect(gradientThroughLayers([runOf({ firstNorms: [1] })])).toBeUndefined();
  });
});

describe('what is equal', () => {
  it('gives the measured ratio where the losses differ in scale', () => {
    const text = words(whatIsEqual([ce, mse]));
    expect(text).toMatch('Not equal: loss.');
    expect(text).toMatch('(dense-2) is 10 times as large under CE as under MSE'); // 0.4 / 0.04
    expect(text).toMatch('one learning rate is not a fair comparison');
  });

  const pairBy = (optimizer: OptimizerSpec) =>
    (['cross-entropy', 'mean-squared-error'] as const).map((loss) =>
      runOf({ loss, spec: { optimizer } }),
    );

  it.each([
    ['adam', 'Adam'],
    ['adamw', 'AdamW'],
    ['rmsprop', 'RMSProp'],
  ] as const)('says that %s hardly depends on the scale', (name, label) => {
    const text = words(whatIsEqual(pairBy(wholeOptimizer({ name }))));
    expect(text).toMatch(`${label} divides each gradient by its own size`);
    expect(text).not.toMatch('not a fair');
  });

  it('does not say so where a penalty is weighed against the gradient', () => {
    const text = words(whatIsEqual(pairBy(wholeOptimizer({ name: 'adam', weightDecay: 0.01 }))));
    expect(text).not.toMatch('divides each gradient');
    expect(text).not.toMatch('fair');
  });

  it('tells penalties, clipping and schedule where they differ', () => {
    const plain = ce.identity.spec.optimizer;
    const other = {
      weightDecay: 0.1,
      l1: 0.1,
      clipNorm: 1,
      schedule: { name: 'cosine', warmUp: 1 },
    } as const;
    const text = words(whatIsEqual([ce, runOf({ spec: { optimizer: { ...plain, ...other } } })]));
    expect(text).toMatch(
      'Not equal: learning rate schedule, weight decay, L1 penalty, gradient clipping.',
    );
    expect(words(whatIsEqual([ce, mse]))).not.toMatch('weight decay');
  });

  it('names different weights, order and chance where seeds differ', () => {
    const text = words(whatIsEqual([ce, runOf({ spec: { seed: 2 } })]));
    expect(text).toMatch('Not equal: initial weights, data order.');
    expect(text).toMatch('part of any difference is chance');
  });

  it('tells what of the hidden layers differs, and that an activation leaves the weights equal', () => {
    const style = {
      ...plainRelu,
      activation: 'tanh',
      initializer: 'he-normal',
      batchNorm: true,
    } as const;
    const text = words(
      whatIsEqual([ce, runOf({ spec: { model: { ...modelSpec('mlp'), style } } })]),
    );
    expect(text).toMatch('Not equal: activation, batch normalisation.');
    expect(text).toMatch('Equal: data set, model, initial weights,');
    const glorot = { ...style, initializer: 'glorot-uniform', batchNorm: false } as const;
    const other = runOf({ spec: { model: { ...modelSpec('mlp'), style: glorot } } });
    expect(words(whatIsEqual([ce, other]))).toMatch(
      'Not equal: activation, initialisation, initial weights.',
    );
  });

  it('tells early stopping only where it differs', () => {
    const patient = (patience: number) =>
      runOf({ spec: { earlyStopping: { patience, minimumDelta: 0 } } });
    expect(words(whatIsEqual([patient(3), patient(5)]))).toMatch('Not equal: early stopping.');
    expect(words(whatIsEqual([ce, patient(3)]))).toMatch('Not equal: early stopping.');
    expect(words(whatIsEqual([patient(3), patient(3)]))).not.toMatch('early stopping');
  });

  it('has no style to compare with a model without hidden layers', () => {
    const linear = runOf({ spec: { model: modelSpec('softmax-regression') } });
    expect(words(whatIsEqual([ce, linear]))).toMatch('Not equal: model, initial weights.');
  });

  it('has nothing to compare in one run', () => {
    expect(whatIsEqual([ce])).toBeUndefined();
  });
});

describe('all findings', () => {
  it('are none for runs in which nothing happened', () => {
    expect(findingsOf({ kind: 'own', runs: [newRun(ce.identity)] })).toEqual([]);
    expect(findingsOf({ kind: 'own', runs: [] })).toEqual([]);
  });

  it('never tell an undefined figure, whatever the run', () => {
    const runs = [
      runOf({
        name: 'A',
        accuracies: [0.1, NaN],
        firstNorms: [NaN, Infinity],
        outcome: 'diverged',
      }),
      runOf({ name: 'B', accuracies: [0.1], firstNorms: [0, 0], outcome: 'failed' }),
      runOf({ name: 'C', spec: { model: modelSpec('softmax-regression') }, firstNorms: [1] }),
    ];
    const text = findingsOf({ kind: 'own', runs }).map(words).join('\n');
    expect(text).not.toMatch(/undefined|\{\w+\}/);
  });
});
