import { describe, expect, it } from 'vitest';
import { datasetSpec } from '../../../src/experiment/datasets/dataset-spec.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { translator } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { accuracyPlot } from '../../../webview/plots/accuracy.ts';
import { flowPlot, layerPlot } from '../../../webview/plots/gradients.ts';
import { lossPlot } from '../../../webview/plots/loss.ts';
import { marksOf, type Mark } from '../../../webview/plots/marks.ts';
import type { Plot, Series } from '../../../webview/plots/plot.ts';
import { readingsAt, snapped } from '../../../webview/plots/rows.ts';
import { pixelsOf } from '../../../webview/charts/view.ts';
import { outlineOf } from '../../../webview/series/outline.ts';
import { pointsOf, type Point } from '../../../webview/series/trace.ts';
import { argText } from '../../../webview/parts/text.tsx';
import { summary, tableOf } from '../../../webview/plots/words.ts';
import { runOf } from '../insight/runs.ts';
import { drawing } from './drawing.ts';

const t = translator({}, 'en');
const part = (plot: Plot, name: Series['part'], index = 0): Series | undefined =>
  plot.series.filter((series) => series.part === name)[index];
const points = (series: Series | undefined): Point[] => (series ? pointsOf(series.trace) : []);

/** What has no place on a plot 500 pixels wide. */
function marksIn(plot: Plot): Mark[] {
  const { min: from, max: to } = plot.x;
  const projection = { left: 0, right: 500, from, to, yOf: pixelsOf(plot.y, 0, 200) };
  return plot.series.flatMap(({ trace }) => marksOf(outlineOf(trace, projection, 1), plot.y));
}

const accuracy = (...runs: Run[]): Plot => accuracyPlot(drawing(runs));
const crossEntropy = (...runs: Run[]): Plot =>
  lossPlot({ kind: 'ruler', name: 'cross-entropy' }, drawing(runs));

describe('curves', () => {
  const run = runOf({ accuracies: [0.1, 0.5, 0.7], batchLosses: [2, 1] });

  it('have a validation point at epoch 0, and no training point', () => {
    expect(points(part(accuracy(run), 'main'))[0]).toEqual({ x: 0, y: 0.1, row: 0 });
    expect(points(part(accuracy(run), 'training'))[0]).toEqual({ x: 1, y: 0.5, row: 1 });
    expect(marksIn(accuracy(run))).toEqual([]);
  });

  it('of seeds say nothing of a deviation that reaches above 1', () => {
    const seeds = [0.7, 1].map((last, position) =>
      runOf({ name: `CE · ${position + 1}`, position, group: 'g', accuracies: [0.1, last] }),
    );
    const mean = accuracyPlot(drawing(seeds, { seeds: 'deviation' }));
    expect(part(mean, 'main')?.band).toBeDefined();
    expect(mean.notes).toEqual([]);
  });

  it('end their axis where training is planned to end', () => {
    expect(accuracy(run).x.max).toBe(30);
    const byStep = accuracyPlot(drawing([run], { x: 'step' }));
    expect(byStep.x.max).toBe(300); // 30 epochs of 10 steps
    expect(points(part(byStep, 'main'))[2]?.x).toBe(20);
  });

  it('say whether images or pixels are classified', () => {
    const scenes = runOf({ accuracies: [0.1, 0.5] });
    scenes.identity = {
      ...scenes.identity,
      spec: {
        ...scenes.identity.spec,
        dataset: datasetSpec('fashion-scenes'),
        model: modelSpec('unet'),
      },
    };
    expect(accuracy(run).unit?.text).toBe('images classified correctly');
    expect(accuracy(scenes).unit?.text).toBe('pixels classified correctly');
    expect(accuracy(run, scenes).unit?.text).toBe('images or pixels classified correctly');
  });

  it('know how far an active run is, and nothing of an ended one', () => {
    expect(accuracy(run).now).toBe(2);
    expect(accuracy(runOf({ accuracies: [0.1, 0.5], outcome: 'completed' })).now).toBeUndefined();
  });

  it('show batches in the default reduction, and say which other one trains', () => {
    const loss = lossSpec('mean-squared-error', 'half-sum');
    const half = runOf({ spec: { loss }, batchLosses: [0.45] });
    const plot = lossPlot({ kind: 'ruler', name: 'mean-squared-error' }, drawing([half]));
    // ½ Σ is 5 times the mean over 10 classes: 0.45 / 5 = 0.09
    expect(points(part(plot, 'batch'))[0]?.y).toBeCloseTo(0.09, 12);
    expect(t(plot.notes[0] ?? { text: '' })).toMatch(
      'half the sum over classes: 5 times what is drawn',
    );
  });

  it('show batches only of runs that train on the very loss', () => {
    const mse = runOf({ loss: 'mean-squared-error', batchLosses: [0.1] });
    expect(part(crossEntropy(mse), 'batch')).toBeUndefined();
  });
});

describe('marks', () => {
  it('stand for NaN and infinite batches, and say at which step a run diverged', () => {
    const run = runOf({ accuracies: [0.1], batchLosses: [2, Infinity, NaN], outcome: 'diverged' });
    const kinds = marksIn(crossEntropy(run)).map(({ kind }) => kind);
    expect(kinds).toEqual(['invalid', 'invalid']);
    const labels = crossEntropy(run).series.flatMap(({ marks }) => marks);
    expect(labels.map(({ label }) => t(label))).toEqual(['diverged at step 0']);
  });

  it('stand for spikes that would flatten the plot, with the largest in a note', () => {
    const run = runOf({ accuracies: [0.1, 0.5], batchLosses: [1, 2000, 1] });
    const plot = crossEntropy(run);
    expect(marksIn(plot)).toMatchObject([{ kind: 'above', value: 2000 }]);
    expect(plot.notes.map(t)).toEqual([
      'Values above the plot are marked at its top; the largest is 2,000.',
    ]);
  });

  it('stand for what flies off in a diverged run, and the others keep their scale', () => {
    const healthy = runOf({ accuracies: [0.1, 0.5] }); // losses 0.9 and 0.5; chance ln 10 = 2.303
    const wild = runOf({ name: 'wild', position: 1, accuracies: [0.1, -1e6], outcome: 'diverged' });
    const plot = crossEntropy(healthy, wild);
    expect(plot.y.max).toBe(2.5);
    const above = marksIn(plot).filter(({ kind }) => kind === 'above');
    expect(above).toMatchObject([{ value: 1e6 + 1 }, { value: 1e6 + 1 }]); // training, validation
  });

  it('stand for a gradient of 0 on the log axis', () => {
    const run = runOf({ firstNorms: [0, 1] });
    const plot = layerPlot(0, drawing([run]));
    expect(marksIn(plot)).toMatchObject([{ kind: 'below', value: 0 }]);
  });
});

describe('gradients', () => {
  const deep = runOf({ firstNorms: [0.001, 0.1], norms: [[0.002, 0.2]], accuracies: [0.1, 0.2] });

  it('have step 1 and then each epoch', () => {
    expect(points(layerPlot(0, drawing([deep])).series[0])).toEqual([
      { x: 0.1, y: 0.001, row: 0 }, // step 1 of 10 an epoch
      { x: 1, y: 0.002, row: 1 },
    ]);
  });

  it('have one scale for all layers', () => {
    const [first, output] = [0, 1].map((layer) => layerPlot(layer, drawing([deep])).y);
    expect(first).toEqual(output);
    expect([first?.min, first?.max]).toEqual([0.001, 0.2]);
  });

  it('flow through the layers at the last epoch', () => {
    expect(points(flowPlot(drawing([deep])).series[0]).map(({ y }) => y)).toEqual([0.002, 0.2]);
  });
});

describe('words', () => {
  const run = runOf({ accuracies: [0.1, 0.5] });
  const plot = accuracy(run);

  it('tell a plot with its values', () => {
    expect(t(summary(plot))).toBe(
      'Chart: Accuracy by epoch. CE, training: 50.0% to 50.0% at epoch 1 · ' +
        'CE, validation: 10.0% to 50.0% at epoch 1',
    );
  });

  it('list it as a table with a row an epoch', () => {
    const { head, rows } = tableOf(plot);
    expect(head.map((label) => argText(label, t))).toEqual(['CE, training', 'CE, validation']);
    const cells = rows.map(({ cells }) => cells.map((cell) => cell && argText(cell, t)));
    expect(cells).toEqual([
      [undefined, '10.0%'],
      ['50.0%', '50.0%'],
    ]);
  });

  it('give the values of all lines at the point nearest to the pointer', () => {
    const other = runOf({ name: 'MSE', position: 1, accuracies: [0.1, 0.3] });
    const both = accuracy(run, other);
    expect(snapped(both, 0.8)).toBe(1);
    const validation = readingsAt(both, 0.8).filter((reading) => reading.part === 'main');
    expect(validation.map(({ value }) => argText(value, t))).toEqual(['50.0%', '30.0%']);
    expect(validation.map(({ at }) => at && t(at))).toEqual(['epoch 1', 'epoch 1']);
    expect(validation.map(({ step }) => step)).toEqual([10, 10]);
  });

  it('name a batch by its step', () => {
    const plot = crossEntropy(runOf({ accuracies: [0.1], batchLosses: [3, 2, 1] }));
    const [batch] = readingsAt(plot, 0.21).filter((reading) => reading.part === 'batch');
    expect([batch?.at && t(batch.at), batch?.y, batch?.step]).toEqual(['step 2', 2, 2]);
  });
});

describe('seeds of one experiment', () => {
  const seed = (number: number, accuracies: number[]): Run => {
    const run = runOf({ name: `CE · seed ${number}`, accuracies });
    const { identity } = run;
    const id = `${identity.id}-${number}`;
    run.identity = { ...identity, id, group: 'g', spec: { ...identity.spec, seed: number } };
    return run;
  };
  const runs = [seed(1, [0.1, 0.4]), seed(2, [0.2, 0.8])];

  it('are one line at their mean, with a band of one sample deviation', () => {
    const main = part(accuracy(...runs), 'main');
    expect(points(main).map(({ y }) => y)).toEqual([(0.1 + 0.2) / 2, (0.4 + 0.8) / 2]);
    // Two values lie |a − b| / 2 from their mean; the sample deviation is √2 times that.
    const upper = main?.band ? pointsOf(main.band.upper) : [];
    expect(upper[1]?.y).toBeCloseTo(0.6 + 0.2 * Math.SQRT2, 12);
    expect(main && argText(main.label, t)).toBe('CE, mean of 2 seeds, validation');
  });

  it('have a band from the least to the largest where that is chosen', () => {
    const plot = accuracyPlot(drawing(runs, { seeds: 'range' }));
    const band = part(plot, 'main')?.band;
    expect(band && [pointsOf(band.lower)[1]?.y, pointsOf(band.upper)[1]?.y]).toEqual([0.4, 0.8]);
  });

  it('are lines of their own where that is chosen', () => {
    const plot = accuracyPlot(drawing(runs, { seeds: 'each' }));
    const main = plot.series.filter((series) => series.part === 'main');
    expect(main.map(({ label }) => argText(label, t))).toEqual([
      'CE · seed 1, validation',
      'CE · seed 2, validation',
    ]);
  });

  it('break their mean where one of them is NaN, and so hide nothing', () => {
    const broken = accuracy(seed(1, [0.1, 0.4]), seed(2, [0.2, NaN]));
    expect(marksIn(broken).map(({ kind }) => kind)).toContain('invalid');
  });
});

describe('outliers', () => {
  const run = runOf({ accuracies: [0.1, 0.5], batchLosses: [1, 2000, 1] });

  it('can be shown, and then nothing is marked', () => {
    const plot = lossPlot(
      { kind: 'ruler', name: 'cross-entropy' },
      drawing([run], { outliers: 'shown' }),
    );
    expect(plot.y.max).toBe(2000);
    expect([marksIn(plot), plot.notes]).toEqual([[], []]);
  });
});

describe('a zoomed plot', () => {
  it('fits y to what is seen of the lines', () => {
    const run = runOf({ accuracies: [0.1, 0.5, 0.52, 0.53] });
    expect(accuracy(run).y.fit?.(2, 3)).toEqual({ min: 0.519, max: 0.531 });
  });
});
