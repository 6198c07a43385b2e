import { describe, expect, it } from 'vitest';
import { losses, lossNames } from '../../../../src/experiment/losses/catalogue.ts';
import type { LabelLoss } from '../../../../src/experiment/losses/loss.ts';
import { presets } from '../../../../src/experiment/losses/parameter.ts';
import { Prediction } from '../../../../src/experiment/losses/prediction.ts';
import { seeded } from '../../../../src/experiment/random.ts';
import {
  exampleSentences,
  type ExampleFacts,
} from '../../../../src/insight/lens/example-sentence.ts';
import { forgottenRows, inBoth } from '../../../../src/insight/lens/forgotten.ts';
import { hardestFirst } from '../../../../src/insight/lens/hardest-first.ts';
import { marginHistogram } from '../../../../src/insight/lens/margin-histogram.ts';
import { marginsOf } from '../../../../src/insight/lens/margins.ts';
import { measure } from '../../../../src/insight/lens/measured.ts';
import { outcomeOf, sharesOf, sumsByOutcome } from '../../../../src/insight/lens/outcome-shares.ts';
import { imageOf, pixelOf, rowOf } from '../../../../src/insight/lens/outputs.ts';
import type { Outputs } from '../../../../src/run/outputs/outputs.ts';
import { labelOutputs, outputsOf } from '../../../../src/insight/lens/probabilities.ts';
import { summaryOf } from '../../../../src/insight/lens/summary.ts';
import { message, translator } from '../../../../src/l10n.ts';
import { stepFrom, stepsOf } from '../../../../webview/explain/lens-steps.ts';

const classes = 5;

/** Random logits of −6 to 6, and labels. */
function invented(rows: number): Outputs {
  const random = seeded(7);
  const logits = Float32Array.from({ length: rows * classes }, () => 12 * random.uniform() - 6);
  const labels = Uint8Array.from({ length: rows }, () => Math.floor(classes * random.uniform()));
  return { epoch: 3, classes, stride: 1, labelsPerImage: 1, logits, labels };
}

const labelLosses = lossNames.flatMap((name): [string, LabelLoss][] => {
  const loss = losses[name];
  return loss.scope === 'label' ? [[name, loss]] : [];
});

/** ‖∂L/∂z‖ by central differences of the value alone. */
function pullByDifferences(loss: LabelLoss, logits: number[], label: number): number {
  const h = 1e-5;
  const parameters = presets(loss.parameters);
  const at = (k: number, by: number): number =>
    loss.value(
      Prediction.of(
        logits.map((z, j) => (j === k ? z + by : z)),
        label,
      ),
      parameters,
    );
  return Math.hypot(...logits.map((_, k) => (at(k, h) - at(k, -h)) / (2 * h)));
}

describe('the pull of a loss on outputs', () => {
  it.each(labelLosses)('of %s is the norm of the differences of its values', (_, loss) => {
    const outputs = invented(40);
    const { pulls } = measure(outputs, loss, presets(loss.parameters));
    pulls.forEach((pull, row) => {
      const logits = [...outputs.logits.subarray(row * classes, (row + 1) * classes)];
      const expected = pullByDifferences(loss, logits, outputs.labels[row] ?? 0);
      expect(Math.abs(pull - expected)).toBeLessThan(2e-6 * (1 + expected));
    });
  });
});

describe('the margin', () => {
  it('is the logit of the label less the largest of the others', () => {
    const outputs = invented(200);
    marginsOf(outputs).forEach((margin, row) => {
      const logits = [...outputs.logits.subarray(row * classes, (row + 1) * classes)];
      const [own = NaN] = logits.splice(outputs.labels[row] ?? 0, 1);
      expect(margin).toBe(own - Math.max(...logits));
    });
  });

  it('is NaN where any logit is', () => {
    const outputs = invented(2);
    outputs.logits[classes + 3] = NaN;
    expect([...marginsOf(outputs)].map(Number.isNaN)).toEqual([false, true]);
  });

  it('falls into one bin each, those beyond the reach into the outermost', () => {
    const margins = Float64Array.of(-12, -2, -1.01, -1, 0, 0.99, 1, 2, 30, NaN);
    expect(marginHistogram(margins, 2, 1)).toEqual({
      counts: [3, 1, 2, 3],
      below: 1,
      above: 2,
      invalid: 1,
    });
  });
});

describe('the probability of the label', () => {
  it.each(['softmax', 'sigmoid', 'linear'] as const)(
    'on %s is that of the whole prediction',
    (of) => {
      const outputs = invented(50);
      labelOutputs(outputs, of).forEach((p, row) => {
        const from = row * classes;
        const label = outputs.labels[row] ?? 0;
        const logits = outputs.logits.subarray(from, from + classes);
        expect(p).toBeCloseTo(outputsOf(Prediction.of(logits, label), of)[label] ?? NaN, 12);
      });
    },
  );

  it('is 0 rather than NaN where the label is hopeless', () => {
    const logits = Float32Array.of(-800, 800, 0, 0, 0);
    const outputs = { ...invented(1), logits, labels: Uint8Array.of(0) };
    expect(labelOutputs(outputs, 'softmax')[0]).toBe(0);
  });
});

describe('mean and quartiles', () => {
  it('are those of NumPy', () => {
    // numpy.quantile([1, 2, 4, 8, 16, 32], [.25, .5, .75]) = [2.5, 6, 14]
    const summary = summaryOf(Float64Array.of(32, 1, 8, NaN, 2, 16, 4, Infinity));
    expect(summary).toEqual({ mean: 10.5, lower: 2.5, median: 6, upper: 14, count: 6, invalid: 2 });
  });

  it('are of the rows that are asked for alone', () => {
    expect(summaryOf(Float64Array.of(5, 100, 7), [0, 2])).toMatchObject({ mean: 6, count: 2 });
    expect(summaryOf(Float64Array.of(5), []).median).toBeNaN();
  });
});

describe('where a loss spends its gradient', () => {
  const margins = Float64Array.of(-5, -3, -0.5, 0, 2, 9, NaN);
  it('is summed by how wrong an example is', () => {
    const weights = Float64Array.of(1, 2, 4, 8, 16, 32, 64);
    expect(sumsByOutcome(margins, weights, 'softmax')).toEqual({ far: 3, wrong: 12, right: 48 });
    expect(sumsByOutcome(margins, undefined, 'softmax')).toEqual({ far: 2, wrong: 2, right: 2 });
    expect(sumsByOutcome(margins, weights, 'softmax', [0, 5])).toEqual({
      far: 1,
      wrong: 0,
      right: 32,
    });
  });

  it('is told as shares, unless nothing pulls', () => {
    expect(sharesOf({ far: 1, wrong: 0, right: 3 })).toEqual({
      far: 0.25,
      wrong: 0,
      right: 0.75,
    });
    expect(sharesOf({ far: 0, wrong: 0, right: 0 })).toBeUndefined();
  });

  it('counts as wrong by far on a linear output what is as far off as its targets are apart', () => {
    expect([outcomeOf(-1, 'linear'), outcomeOf(-1, 'softmax')]).toEqual(['far', 'wrong']);
  });
});

describe('examples that a loss has let go of', () => {
  it('are the wrong ones that squared error pulls on with less than a hundredth of cross-entropy', () => {
    const outputs = invented(500);
    const of = (name: 'cross-entropy' | 'mean-squared-error'): Float64Array =>
      measure(outputs, losses[name] as LabelLoss, presets(losses[name].parameters)).pulls;
    const [mse, ce, margins] = [of('mean-squared-error'), of('cross-entropy'), marginsOf(outputs)];
    const rows = forgottenRows(margins, mse, ce);
    const expected = [...margins.keys()].filter(
      (row) => (margins[row] ?? NaN) <= 0 && 100 * (mse[row] ?? NaN) < (ce[row] ?? NaN),
    );
    expect(rows).toEqual(expected);
    expect(rows.length).toBeGreaterThan(10);
    expect(forgottenRows(margins, ce, mse)).toEqual([]);
  });

  it('are still there where both epochs have them', () => {
    expect(inBoth([1, 4, 7], [0, 4, 7, 9])).toEqual([4, 7]);
  });
});

describe('the hardest first', () => {
  it('has NaN before all, and of equals the first first', () => {
    expect([...hardestFirst(Float64Array.of(1, 3, NaN, 3, -2))]).toEqual([2, 1, 3, 0, 4]);
  });

  it('is stepped through, all or those that are let go of', () => {
    const order = Uint32Array.of(4, 2, 0, 3, 1);
    const all = stepsOf(order, [], 'all', 2);
    expect([all.place, stepFrom(all, 1), stepFrom(all, -1)]).toEqual([1, 0, 4]);
    const some = stepsOf(order, [0, 1, 2], 'forgotten', 1);
    expect([[...Array.from(some.rows)], some.place, stepFrom(some, 1)]).toEqual([
      [2, 0, 1],
      2,
      undefined,
    ]);
    expect(stepFrom(stepsOf(order, [], 'all', undefined), 1)).toBe(4);
  });
});

it('a row is of an image and of a pixel in it', () => {
  const outputs = { ...invented(100), stride: 30, labelsPerImage: 64 };
  expect([imageOf(outputs, 5), pixelOf(outputs, 5)]).toEqual([2, 22]);
  expect([rowOf(outputs, 150), rowOf(outputs, 1e9)]).toEqual([5, 99]);
});

describe('the sentences on an example', () => {
  const t = translator({}, 'en');
  const facts: ExampleFacts = {
    ...{ run: 'A', activation: 'softmax', margin: -6, predicted: 'Coat' },
    ...{ ofPredicted: 0.99, ofLabel: 0.002 },
    own: { loss: message('MSE'), pull: 0.014 },
    others: [{ loss: message('CE'), pull: 1.4 }],
  };
  const said = (change: Partial<ExampleFacts>): string =>
    exampleSentences({ ...facts, ...change })
      .map(t)
      .join(' ');

  it('say that a loss hardly pulls only where its pull is small beside another', () => {
    expect(said({})).toBe(
      'A is wrong and sure of it: Coat 99.0%, the label 0.2%. Yet its loss hardly pulls: 1 % as strongly as CE would on the same logits.',
    );
    expect(said({ own: { loss: message('MSE'), pull: 0.7 } })).not.toContain('hardly');
    expect(said({ ofPredicted: 0.4 })).toMatch(/^A is wrong by far: Coat 40.0%/);
    expect(said({ margin: 4 })).not.toContain('hardly');
  });

  it('say nothing of a prediction that is none, and of no other loss where there is none', () => {
    expect(said({ margin: NaN })).toBe('');
    expect(said({ margin: -1, others: [] })).toBe('A is wrong: Coat 99.0%, the label 0.2%.');
  });
});
