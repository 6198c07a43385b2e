import { describe, expect, test } from 'vitest';
import { losses, lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { reductionFactor } from '../../../src/experiment/losses/loss.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { logitRows } from './logit-rows.ts';

/** Central differences of `value` at the logits: error O(h²) plus rounding O(1e-16 / h). */
function finiteDifferences(
  value: (prediction: Prediction) => number,
  logits: number[],
  label: number,
): number[] {
  const h = 1e-5;
  const at = (k: number, step: number): number =>
    value(
      Prediction.of(
        logits.map((z, i) => (i === k ? z + step : z)),
        label,
      ),
    );
  return logits.map((_, k) => (at(k, h) - at(k, -h)) / (2 * h));
}

describe.each(lossNames)('%s', (name) => {
  const loss = losses[name];

  test.each(logitRows.moderate)('has the gradient of its value at $logits', ({ logits, label }) => {
    const gradient = loss.gradient(Prediction.of(logits, label));
    finiteDifferences((x) => loss.value(x), logits, label).forEach((expected, k) => {
      expect(gradient[k]).toBeCloseTo(expected, 8);
    });
  });

  test('is finite, with a finite gradient, at saturated logits', () => {
    for (const { logits, label } of logitRows.saturated) {
      const prediction = Prediction.of(logits, label);
      expect(Number.isFinite(loss.value(prediction))).toBe(true);
      expect([...loss.gradient(prediction)].every(Number.isFinite)).toBe(true);
    }
  });

  test('passes a NaN on', () => {
    expect(loss.value(Prediction.of([0, NaN, 1], 0))).toBeNaN();
  });
});

describe('closed forms', () => {
  const classes = 10;
  const uniform = Prediction.of(
    Array.from({ length: classes }, () => 0.7),
    3,
  );
  const perClass = (name: keyof typeof losses): number => losses[name].value(uniform) / classes;

  test('cross-entropy of a uniform prediction is ln K', () => {
    expect(losses['cross-entropy'].value(uniform)).toBeCloseTo(Math.log(classes), 14);
  });

  test('mean squared error of a uniform prediction is (K − 1)/K²', () => {
    expect(perClass('mean-squared-error')).toBeCloseTo((classes - 1) / classes ** 2, 14);
  });

  test('mean absolute error of a uniform prediction is 2(K − 1)/K²', () => {
    expect(perClass('mean-absolute-error')).toBeCloseTo((2 * (classes - 1)) / classes ** 2, 14);
  });

  test('binary cross-entropy of logits 0 is ln 2 a class', () => {
    const even = Prediction.of(new Array<number>(classes).fill(0), 0);
    expect(losses['binary-cross-entropy'].value(even) / classes).toBeCloseTo(Math.LN2, 14);
  });

  test('mean squared error of linear outputs [1, 2] for class 0 is 0 + 4', () => {
    expect(losses['mean-squared-error-linear'].value(Prediction.of([1, 2], 0))).toBe(4);
  });

  // A clipped cross-entropy would say 16.118 here, and a gradient of 0.
  test('cross-entropy of a surely wrong prediction is the logit difference, its gradient p − y', () => {
    const wrong = Prediction.of([100, -100], 1);
    expect(losses['cross-entropy'].value(wrong)).toBe(200);
    expect([...losses['cross-entropy'].gradient(wrong)]).toEqual([1, -1]);
  });

  test('the push of mean squared error on a surely wrong prediction vanishes', () => {
    const wrong = Prediction.of([100, -100], 1);
    const push = Math.max(...losses['mean-squared-error'].gradient(wrong).map(Math.abs));
    expect(push).toBeLessThan(1e-80);
  });
});

test('softmax cross-entropy, MSE and MAE push no logits up as a whole', () => {
  for (const name of ['cross-entropy', 'mean-squared-error', 'mean-absolute-error'] as const) {
    for (const { logits, label } of logitRows.moderate) {
      const gradient = losses[name].gradient(Prediction.of(logits, label));
      expect(gradient.reduce((sum, g) => sum + g, 0)).toBeCloseTo(0, 14);
    }
  }
});

test('reductions are in the ratio 1/K to 1 to ½', () => {
  expect(reductionFactor('mean', 10)).toBe(0.1);
  expect(reductionFactor('sum', 10)).toBe(1);
  expect(reductionFactor('half-sum', 10)).toBe(0.5);
});
