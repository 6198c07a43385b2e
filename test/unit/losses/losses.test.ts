import { describe, expect, test } from 'vitest';
import {
  losses,
  lossNames,
  rulers,
  type RulerName,
} from '../../../src/experiment/losses/catalogue.ts';
import { presets } from '../../../src/experiment/losses/parameter.ts';
import { Region } from '../../../src/experiment/losses/region.ts';
import { seeded } from '../../../src/experiment/random.ts';
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

const labelLosses = lossNames.flatMap((name) => {
  const loss = losses[name];
  return loss.scope === 'label' ? [{ name, loss, parameters: presets(loss.parameters) }] : [];
});

const imageLosses = lossNames.flatMap((name) => {
  const loss = losses[name];
  return loss.scope === 'image' ? [{ name, loss, parameters: presets(loss.parameters) }] : [];
});

describe.each(labelLosses)('$name', ({ name, loss, parameters }) => {
  // Where two rivals are equally strong the hinge has no gradient; Huber's slope has a kink at δ.
  const hasKinks = name === 'hinge' || name === 'huber';
  const smooth = logitRows.moderate.filter(
    ({ logits }) => !hasKinks || new Set(logits).size === logits.length,
  );

  test.each(smooth)('has the gradient of its value at $logits', ({ logits, label }) => {
    const gradient = loss.gradient(Prediction.of(logits, label), parameters);
    finiteDifferences((x) => loss.value(x, parameters), logits, label).forEach((expected, k) => {
      expect(gradient[k]).toBeCloseTo(expected, 8);
    });
  });

  test('is finite, with a finite gradient, at saturated logits', () => {
    for (const { logits, label } of logitRows.saturated) {
      const prediction = Prediction.of(logits, label);
      expect(Number.isFinite(loss.value(prediction, parameters))).toBe(true);
      expect([...loss.gradient(prediction, parameters)].every(Number.isFinite)).toBe(true);
    }
  });

  test('passes a NaN on', () => {
    expect(loss.value(Prediction.of([0, NaN, 1], 0), parameters)).toBeNaN();
  });
});

describe.each(imageLosses)('$name', ({ loss, parameters }) => {
  const random = seeded(3);
  const classes = 3;
  const pixels = 8;
  const z = Array.from({ length: classes * pixels }, () => 2 * random.normal());
  const labels = Array.from({ length: pixels }, () => random.below(2));
  const valueAt = (logits: readonly number[]): number =>
    loss.value(new Region(classes, pixels).fill(logits, labels), parameters);

  test('has the gradient of its value, also of a class that the image lacks', () => {
    const gradient = loss.gradient(new Region(classes, pixels).fill(z, labels), parameters);
    const h = 1e-5;
    const shifted = (at: number, by: number): number[] =>
      z.map((value, i) => (i === at ? value + by : value));
    z.forEach((_, i) => {
      const expected = (valueAt(shifted(i, h)) - valueAt(shifted(i, -h))) / (2 * h);
      expect(gradient[i]).toBeCloseTo(expected, 8);
    });
  });

  test('is near 0 and finite where every pixel is surely right, and largest where it is surely wrong', () => {
    const sure = (right: boolean): number[] =>
      labels.flatMap((label) =>
        Array.from({ length: classes }, (_, k) =>
          k === (right ? label : (label + 1) % 3) ? 90 : -90,
        ),
      );
    expect(valueAt(sure(true))).toBeCloseTo(0, 6);
    expect(valueAt(sure(false))).toBeGreaterThan(valueAt(z));
    const region = new Region(classes, pixels).fill(sure(true), labels);
    expect([...loss.gradient(region, parameters)].every(Number.isFinite)).toBe(true);
  });

  test('passes a NaN on', () => {
    expect(valueAt([NaN, ...z.slice(1)])).toBeNaN();
  });
});

const valueOf = (name: RulerName, x: Prediction): number =>
  rulers[name].value(x, presets(rulers[name].parameters));
const gradientOf = (name: RulerName, x: Prediction): Float64Array =>
  rulers[name].gradient(x, presets(rulers[name].parameters));

describe('closed forms', () => {
  const classes = 10;
  const uniform = Prediction.of(
    Array.from({ length: classes }, () => 0.7),
    3,
  );
  const perClass = (name: RulerName): number => valueOf(name, uniform) / classes;

  test('cross-entropy of a uniform prediction is ln K', () => {
    expect(valueOf('cross-entropy', uniform)).toBeCloseTo(Math.log(classes), 14);
  });

  test('mean squared error of a uniform prediction is (K − 1)/K²', () => {
    expect(perClass('mean-squared-error')).toBeCloseTo((classes - 1) / classes ** 2, 14);
  });

  test('mean absolute error of a uniform prediction is 2(K − 1)/K²', () => {
    expect(perClass('mean-absolute-error')).toBeCloseTo((2 * (classes - 1)) / classes ** 2, 14);
  });

  test('binary cross-entropy of logits 0 is ln 2 a class', () => {
    const even = Prediction.of(new Array<number>(classes).fill(0), 0);
    expect(valueOf('binary-cross-entropy', even) / classes).toBeCloseTo(Math.LN2, 14);
  });

  test('mean squared error of linear outputs [1, 2] for class 0 is 0 + 4', () => {
    expect(valueOf('mean-squared-error-linear', Prediction.of([1, 2], 0))).toBe(4);
  });

  // A clipped cross-entropy would say 16.118 here, and a gradient of 0.
  test('cross-entropy of a surely wrong prediction is the logit difference, its gradient p − y', () => {
    const wrong = Prediction.of([100, -100], 1);
    expect(valueOf('cross-entropy', wrong)).toBe(200);
    expect([...gradientOf('cross-entropy', wrong)]).toEqual([1, -1]);
  });

  test('the push of mean squared error on a surely wrong prediction vanishes', () => {
    const wrong = Prediction.of([100, -100], 1);
    const push = Math.max(...gradientOf('mean-squared-error', wrong).map(Math.abs));
    expect(push).toBeLessThan(1e-80);
  });
});

test('softmax cross-entropy, MSE and MAE push no logits up as a whole', () => {
  for (const name of ['cross-entropy', 'mean-squared-error', 'mean-absolute-error'] as const) {
    for (const { logits, label } of logitRows.moderate) {
      const gradient = gradientOf(name, Prediction.of(logits, label));
      expect(gradient.reduce((sum, g) => sum + g, 0)).toBeCloseTo(0, 14);
    }
  }
});

test('reductions are in the ratio 1/K to 1 to ½', () => {
  expect(reductionFactor('mean', 10)).toBe(0.1);
  expect(reductionFactor('sum', 10)).toBe(1);
  expect(reductionFactor('half-sum', 10)).toBe(0.5);
});

test('focal loss with γ = 0 and KL divergence of a one-hot label are cross-entropy', () => {
  for (const { logits, label } of logitRows.moderate) {
    const x = Prediction.of(logits, label);
    const expected = valueOf('cross-entropy', x);
    const { focal, 'kl-divergence': kl } = losses;
    if (focal.scope !== 'label' || kl.scope !== 'label') throw new Error('Not of labels');
    expect(focal.value(x, { gamma: 0 })).toBeCloseTo(expected, 12);
    expect(kl.value(x, { labelSmoothing: 0 })).toBeCloseTo(expected, 12);
  }
});

test('generalised cross-entropy is half the absolute error for q = 1, and nears cross-entropy for small q', () => {
  const { 'generalised-cross-entropy': gce } = losses;
  if (gce.scope !== 'label') throw new Error('Not of labels');
  for (const { logits, label } of logitRows.moderate) {
    const x = Prediction.of(logits, label);
    expect(gce.value(x, { q: 1 })).toBeCloseTo(valueOf('mean-absolute-error', x) / 2, 12);
    expect(gce.value(x, { q: 1e-9 })).toBeCloseTo(valueOf('cross-entropy', x), 6);
  }
});
