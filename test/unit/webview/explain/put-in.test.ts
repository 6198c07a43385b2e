import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { lossNames, losses, type LossName } from '../../../../src/experiment/losses/catalogue.ts';
import { lossSpec, type LossSpec } from '../../../../src/experiment/losses/loss-spec.ts';
import { Prediction } from '../../../../src/experiment/losses/prediction.ts';
import { seeded } from '../../../../src/experiment/random.ts';
import { lensLosses, readLoss } from '../../../../webview/explain/lens-loss.ts';
import { putIn } from '../../../../webview/explain/put-in.ts';
import { texFigure, texProbability } from '../../../../webview/explain/tex-figure.ts';
import { texValue } from './tex-value.ts';

const names = lossNames.filter((name) => losses[name].scope === 'label');

/** Logits of all sizes, from hardly any to far more than softmax can tell from 0 and 1. */
function predictions(): Prediction[] {
  const random = seeded(7);
  return [0.01, 1, 6, 30, 900].flatMap((size) =>
    Array.from({ length: 12 }, (_, label) =>
      Prediction.of(
        Array.from({ length: 5 }, () => size * (2 * random.uniform() - 1)),
        label % 5,
      ),
    ),
  );
}

function specs(name: LossName): LossSpec[] {
  const spec = lossSpec(name);
  const { parameters } = spec;
  const other = (change: LossSpec['parameters']): LossSpec => ({
    ...spec,
    parameters: { ...parameters, ...change },
  });
  if ('labelSmoothing' in parameters) return [0, 0.1].map((of) => other({ labelSmoothing: of }));
  if ('gamma' in parameters) return [0, 0.5, 2, 5].map((gamma) => other({ gamma }));
  if ('delta' in parameters) return [0.1, 1].map((delta) => other({ delta }));
  return [spec];
}

describe('numbers put into a formula', () => {
  it.each(names)('of %s come to its value and its pull, within their digits', (name) => {
    for (const loss of lensLosses(specs(name).map((spec) => ({ spec, slot: 0 })), 5, 'sum')) {
      for (const x of predictions()) {
        const lines = putIn(loss, x);
        if (lines === undefined) throw new Error(`${name} has no short form`);
        const { value, pull } = readLoss(loss, x);
        const told = `${JSON.stringify(loss.spec.parameters)} ${[...x.logits].join()} of ${x.label}`;
        near(lines.value.numbers, value, told);
        if (lines.pull.numbers !== '') near(lines.pull.numbers, pull, told);
        if (lines.undamped !== undefined) expect(lines.undamped).toBeGreaterThanOrEqual(pull);
        for (const { symbols, numbers } of [lines.value, lines.pull])
          for (const tex of [symbols, numbers]) katex.renderToString(tex, { throwOnError: true });
      }
    }
  }); // prettier-ignore

  it('have three digits, and a power of ten where they are small', () => {
    expect([1.41421, 0.00123, 4.1e-7, 0, -Infinity].map((value) => texFigure(value))).toEqual([
      '1.41',
      '0.00123',
      String.raw`4.1 \cdot 10^{-7}`,
      '0',
      String.raw`-\infty`,
    ]);
  });

  it('tell a probability near 1 from 1, and one that is rounded to 0 from 0', () => {
    expect(texProbability(0.2, 0.8, 1.61)).toBe('0.2');
    expect(texProbability(0.998766, 0.001234, 0.001235)).toBe('0.99877');
    expect(texProbability(1, 4.1e-7, 4.1e-7)).toBe(String.raw`(1 - 4.1 \cdot 10^{-7})`);
    expect(texProbability(0, 1, 800)).toBe('(e^{-800})');
  });
});

/** Three digits of two or three numbers: 2 % at most, and less than a digit of what is shown as 0. */
function near(tex: string, expected: number, told: string): void {
  const value = texValue(tex);
  expect(Math.abs(value - expected), `${tex} = ${expected}, ${told}`).toBeLessThanOrEqual(
    0.02 * Math.abs(expected) + 1e-12,
  );
}
