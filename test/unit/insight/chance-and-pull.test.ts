import { describe, expect, it } from 'vitest';
import { rulers, type RulerName } from '../../../src/experiment/losses/catalogue.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { presets } from '../../../src/experiment/losses/parameter.ts';
import { chanceLevel } from '../../../src/insight/chance.ts';
import { marginLogits, pullOverMargins } from '../../../src/insight/pull.ts';

describe('chance level', () => {
  it('is ln K for cross-entropy', () => {
    expect(chanceLevel(lossSpec('cross-entropy'), 10)).toBeCloseTo(Math.log(10), 12);
  });

  it('is (K − 1)/K² for mean squared error, on softmax and on the linear output', () => {
    expect(chanceLevel(lossSpec('mean-squared-error'), 10)).toBeCloseTo(9 / 100, 12);
    expect(chanceLevel(lossSpec('mean-squared-error-linear'), 10)).toBeCloseTo(9 / 100, 12);
  });

  it('is the entropy of a share of 1/K for binary cross-entropy', () => {
    const entropy = -(0.1 * Math.log(0.1) + 0.9 * Math.log(0.9));
    expect(chanceLevel(lossSpec('binary-cross-entropy'), 10)).toBeCloseTo(entropy, 12);
  });

  it('is 2(K − 1)/K² for mean absolute error', () => {
    expect(chanceLevel(lossSpec('mean-absolute-error'), 10)).toBeCloseTo(18 / 100, 12);
  });
});

describe('pull over the margin', () => {
  const margins = [-10, 0, 10];
  const norms = (name: RulerName): number[] =>
    pullOverMargins(rulers[name], presets(rulers[name].parameters), 10, margins).map(
      ({ norm }) => norm,
    );

  it('is √2 for cross-entropy where the prediction is surely wrong', () => {
    // p = (0, 1, 0 …), y = (1, 0, 0 …): ‖p − y‖ = √2
    expect(norms('cross-entropy')[0]).toBeCloseTo(Math.SQRT2, 3);
  });

  it('vanishes for mean squared error where the prediction is sure, right or wrong', () => {
    const [wrong = NaN, between = NaN, right = NaN] = norms('mean-squared-error');
    expect(wrong).toBeLessThan(0.001);
    expect(between).toBeGreaterThan(0.5);
    expect(right).toBeLessThan(0.001);
  });

  it('is of an example that has the margin it is drawn at', () => {
    for (const activation of ['softmax', 'sigmoid', 'linear'] as const) {
      const [label = NaN, ...others] = marginLogits(activation, 5, -3);
      expect(label - Math.max(...others)).toBeCloseTo(-3, 12);
    }
  });
});
