import { describe, expect, it } from 'vitest';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { wholeDataset } from '../../../src/experiment/datasets/dataset-spec.ts';
import { seeded as seededRandom } from '../../../src/experiment/random.ts';
import { translator } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import {
  bestColumn,
  cursorColumn,
  lastColumn,
  nameColumn,
  stateColumn,
} from '../../../webview/panel/runs/columns.ts';
import { bestOf, measuresOf } from '../../../webview/panel/runs/measures.ts';
import { itemAfter } from '../../../webview/panel/runs/menu.ts';
import { matches, pinnedFirst, sortAfter, sorted } from '../../../webview/panel/runs/order.ts';
import { rowsOf } from '../../../webview/panel/runs/rows.ts';
import { settingColumns } from '../../../webview/panel/runs/setting-columns.ts';
import { spreadOf } from '../../../webview/panel/runs/spread.ts';
import { extentOf, withRuns } from '../../../webview/panel/runs/visibility.ts';
import { runOf, type Told } from '../insight/runs.ts';

const t = translator({}, 'en');
const [accuracy] = measuresOf([]);
const ruler = measuresOf([]).find(({ id }) => id === 'cross-entropy') ?? accuracy;

const seeded = (seed: number, told: Told = {}): Run =>
  runOf({
    ...told,
    name: `CE · seed ${seed}`,
    group: 'ce',
    spec: { seed },
  });
const seeds = [0.8, 0.82, 0.87].map((end, i) => seeded(i + 1, { accuracies: [0.1, end] }));

const named = (name: string, told: Told = {}): Run => runOf({ ...told, name });
const rate = (learningRate: number) => wholeOptimizer({ name: 'sgd', learningRate });
const labels = (runs: readonly Run[]): string[] =>
  settingColumns(rowsOf(runs, t), t).map(({ label }) => t(label));

describe('rows', () => {
  it('are one a run, and one for the seeds of an experiment', () => {
    const rows = rowsOf([named('A'), ...seeds, named('B')], t);
    expect(rows.map(({ name, runs, isGroup }) => [name, runs.length, isGroup])).toEqual([
      ['A', 1, false],
      ['CE', 3, true],
      ['B', 1, false],
    ]);
  });

  it('are of a group still when the filter leaves one of its runs', () => {
    const [row] = rowsOf(seeds.slice(0, 1), t, seeds);
    expect([row?.id, row?.isGroup]).toEqual(['ce', true]);
    expect(rowsOf(seeds.slice(0, 1), t)[0]?.isGroup).toBe(false);
  });

  it('are named after the loss where the runs of a group share no name', () => {
    const renamed = seeds.map((run, i) => ({
      ...run,
      identity: { ...run.identity, name: `mine ${i}` },
    }));
    expect(rowsOf(renamed, t)[0]?.name).toBe('Cross-entropy');
  });
});

describe('the best value', () => {
  it('is the highest accuracy or the lowest loss, the first of equals, with its epoch', () => {
    const run = named('A', { accuracies: [0.1, 0.7, 0.9, 0.9, 0.4] });
    expect(bestOf(accuracy, run)).toEqual({ value: 0.9, epoch: 2 });
    expect(bestOf(ruler, run)?.epoch).toBe(2); // Told as 1 − accuracy.
    const [row] = rowsOf([run], t);
    const told = row && bestColumn(accuracy).told(row);
    expect(told && t(told)).toBe('90.0% at epoch 2');
  });

  it('passes over NaN and infinity, and is none where nothing else is', () => {
    const run = named('A', { accuracies: [NaN, 0.5, Infinity, NaN] });
    expect(bestOf(accuracy, run)?.epoch).toBe(1);
    expect(bestOf(accuracy, named('B', { accuracies: [NaN, NaN] }))).toBeUndefined();
    expect(bestOf(accuracy, named('C'))).toBeUndefined();
  });

  it('agrees with a plain search, for any values', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 50; round++) {
      const values = Array.from({ length: 20 }, () =>
        random.uniform() < 0.2 ? NaN : random.uniform(),
      );
      const finite = values.filter((value) => !Number.isNaN(value));
      const best = bestOf(accuracy, named('A', { accuracies: values }));
      expect(best?.value).toBe(Math.max(...finite));
      expect(best?.epoch).toBe(values.indexOf(Math.max(...finite)));
    }
  });
});

describe('a group', () => {
  it('has the mean of its runs and their standard deviation', () => {
    // By hand: mean 0.83; squares 0.0009 + 0.0001 + 0.0016, over 2, its root 0.03606.
    const spread = spreadOf([0.8, 0.82, 0.87]);
    expect(spread?.mean).toBeCloseTo(0.83, 12);
    expect(spread?.deviation).toBeCloseTo(0.036056, 6);
    const [row] = rowsOf(seeds, t);
    const told = row && lastColumn(accuracy).told(row);
    expect(told && t(told)).toBe('83.0% ± 3.6%');
  });

  it('has no value before its runs have, and says NaN when one is', () => {
    const [none] = rowsOf([seeded(1), seeded(2)], t);
    expect(none && lastColumn(accuracy).told(none)).toBeUndefined();
    const broken = [seeded(1, { accuracies: [0.5] }), seeded(2, { accuracies: [NaN] })];
    const [row] = rowsOf(broken, t);
    const told = row && lastColumn(accuracy).told(row);
    expect(told && t(told)).toBe('NaN');
  });

  it('says the states of its runs, each once', () => {
    const runs = [seeded(1, { outcome: 'completed' }), seeded(2, { outcome: 'diverged' })];
    const [row] = rowsOf([...runs, seeded(3, { outcome: 'completed' })], t);
    const told = row && stateColumn.told(row);
    expect(told && t(told)).toBe('completed, diverged');
  });

  it('has no value at the cursor, but a run has', () => {
    const column = cursorColumn(() => ({ value: 0.25, format: 'percent' }));
    const [group] = rowsOf(seeds, t);
    const [single] = rowsOf(seeds.slice(0, 1), t);
    const told = single && column.told(single);
    expect([group && column.told(group), told && t(told)]).toEqual([undefined, '25.0%']);
  });
});

describe('columns of settings', () => {
  it('are those in which the runs differ, and no other', () => {
    const runs = [
      named('A', { spec: { optimizer: rate(0.1) } }),
      named('B', { spec: { optimizer: rate(1), batchSize: 32 } }),
    ];
    expect(labels(runs)).toEqual(['learning rate', 'batch size']);
    expect(labels(runs.slice(0, 1))).toEqual([]);
  });

  it('tell models and data apart, with what is done to them', () => {
    const data = wholeDataset({ name: 'fashion-mnist', labelNoise: 0.4 }, 'fashion-mnist');
    const deep = { ...modelSpec('mlp'), size: { layers: 3, units: 128 } };
    const runs = [named('A'), named('B', { spec: { model: deep, dataset: data } })];
    expect(labels(runs)).toEqual(['hidden layers', 'label noise']);
  });

  it('leave out what a loss alone can have, and a loss that every name says', () => {
    const ce = runOf({ name: 'Cross-entropy' });
    const mse = runOf({ name: 'MSE on softmax', loss: 'mean-squared-error' });
    expect(labels([ce, mse])).toEqual([]);
    expect(labels([ce, runOf({ name: 'Mine', loss: 'mean-squared-error' })])).toEqual(['loss']);
    const halved = lossSpec('mean-squared-error', 'half-sum');
    expect(labels([mse, runOf({ name: 'MSE on softmax 2', spec: { loss: halved } })])).toEqual([
      'over classes',
    ]);
  });

  it('do not count the seeds within a group as a difference', () => {
    expect(labels(seeds)).toEqual([]);
    expect(labels([...seeds, named('B', { spec: { seed: 9 } })])).toEqual(['seed']);
  });
});

describe('sorting', () => {
  const runs = [
    named('b', { accuracies: [0.1, 0.5], spec: { optimizer: rate(0.1) } }),
    named('a10', { spec: { optimizer: rate(10) } }),
    named('a9', { accuracies: [0.1, 0.9], spec: { optimizer: rate(0.01) } }),
  ];
  const rows = rowsOf(runs, t);
  const columns = [nameColumn, lastColumn(accuracy), ...settingColumns(rows, t)];
  const by = (id: string, descending: boolean): string[] =>
    sorted(rows, { by: id, descending }, columns, t).map(({ name }) => name);

  it('is by names as a person counts, by numbers as numbers, and leaves nothing to the end', () => {
    expect(by('name', false)).toEqual(['a9', 'a10', 'b']);
    expect(by('learning-rate', false)).toEqual(['a9', 'b', 'a10']);
    expect(by('last', true)).toEqual(['a9', 'b', 'a10']);
    expect(by('last', false)).toEqual(['b', 'a9', 'a10']);
  });

  it('by a column that is gone is the order of the comparison', () => {
    expect(by('dropout', true)).toEqual(['b', 'a10', 'a9']);
    expect(sorted(rows, null, columns, t)).toBe(rows);
  });

  it('goes by clicks from the best first to the other way to none', () => {
    const last = lastColumn(accuracy);
    const first = sortAfter(null, last);
    expect(first).toEqual({ by: 'last', descending: true });
    const second = sortAfter(first, last);
    expect(second).toEqual({ by: 'last', descending: false });
    expect(sortAfter(second, last)).toBeNull();
    expect(sortAfter(first, nameColumn)).toEqual({ by: 'name', descending: false });
    expect(sortAfter(null, lastColumn(ruler))?.descending).toBe(false);
  });

  it('keeps those that are pinned at the top', () => {
    const pinned = pinnedFirst(rows, new Set(['a9-0']));
    expect(pinned.map(({ name }) => name)).toEqual(['a9', 'b', 'a10']);
  });

  it('of 200 runs keeps each, the best first', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      named(`run ${i}`, { accuracies: [0.1, (i * 37) % 97] }),
    );
    const all = rowsOf(many, t);
    const order = sorted(all, { by: 'last', descending: true }, [lastColumn(accuracy)], t);
    expect(order).toHaveLength(200);
    expect(order[0]?.runs[0].epochs.validation.accuracy.at(-1)).toBe(96);
  });
});

describe('the filter', () => {
  const adam = named('שלום <script>', { spec: { optimizer: wholeOptimizer({ name: 'adam' }) } });

  it('finds words of the name, the state and the settings, whatever their case', () => {
    expect(matches(adam, '', t)).toBe(true);
    expect(matches(adam, 'ADAM', t)).toBe(true);
    expect(matches(adam, 'adam  <script>', t)).toBe(true);
    expect(matches(adam, 'שלום', t)).toBe(true);
    expect(matches(adam, 'batch size 128', t)).toBe(true);
    expect(matches(adam, 'adam sgd', t)).toBe(false);
  });

  it('takes what it is given for text, not for a pattern', () => {
    expect(matches(adam, '.*', t)).toBe(false);
    expect(matches(adam, '(', t)).toBe(false);
  });
});

describe('visibility', () => {
  it('of a group is of all its runs', () => {
    const hidden = withRuns(['other'], seeds, true);
    expect(hidden).toEqual(['other', ...seeds.map((run) => run.identity.id)]);
    expect(withRuns(hidden, seeds, true)).toEqual(hidden);
    expect(withRuns(hidden, seeds, false)).toEqual(['other']);
    const some = new Set(withRuns(hidden, seeds.slice(1), false));
    expect([extentOf(new Set(hidden), seeds), extentOf(some, seeds)]).toEqual(['all', 'some']);
    expect(extentOf(new Set(), seeds)).toBe('none');
  });
});

describe('the menu of colours', () => {
  it('is gone through by arrows, round and round, with Home and End', () => {
    expect([itemAfter('ArrowDown', 5, 6), itemAfter('ArrowUp', 0, 6)]).toEqual([0, 5]);
    expect([itemAfter('Home', 3, 6), itemAfter('End', 3, 6)]).toEqual([0, 5]);
    expect(itemAfter('x', 3, 6)).toBeUndefined();
  });
});
