import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../src/base64.ts';
import { datasetSpec } from '../../../src/experiment/datasets/dataset-spec.ts';
import { validationKey } from '../../../src/experiment/datasets/same-validation.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import type { ExampleOutcomes } from '../../../src/run/event.ts';
import { applyEvent } from '../../../src/run/reduce.ts';
import type { Run } from '../../../src/run/run.ts';
import { cellAfter } from '../../../webview/panel/data/cell-after.ts';
import { dataGroup } from '../../../webview/panel/data/data-group.ts';
import { allExamples } from '../../../webview/panel/data/example-choice.ts';
import { maskColour } from '../../../webview/panel/data/mask-colours.ts';
import { orderedExamples, possibleOrders } from '../../../webview/panel/data/ordered-examples.ts';
import { unpackPictures } from '../../../webview/panel/data/picture.ts';
import { unpackPredictions } from '../../../webview/panel/data/predicted.ts';
import { runOf, type Told } from '../insight/runs.ts';

function evaluated(told: Told, examples: ExampleOutcomes): Run {
  const run = runOf(told);
  const measured = { metrics: {}, confusion: [], classLosses: [], examples };
  applyEvent(run, { type: 'evaluation', wallTime: 1, step: 1, epoch: 1, ...measured });
  return run;
}

const labels = Uint8Array.of(0, 1, 2, 0, 1);
const a = evaluated({ name: 'a' }, { losses: [1, 5, 3, NaN, 2], predicted: [0, 2, 2, 1, 0] });
const b = evaluated({ name: 'b' }, { losses: [9, 8, 7, 6, 5], predicted: [0, 1, 2, 2, 0] });
const examples = { count: 5, labels, by: a, runs: [a, b] };
const ordered = (change: Partial<typeof allExamples>): number[] =>
  orderedExamples(examples, { ...allExamples, ...change });

describe('validation images', () => {
  it('come by the loss of the chosen run, one that is NaN as the hardest', () => {
    expect(ordered({ order: 'hardest' })).toEqual([3, 1, 2, 4, 0]);
    expect(ordered({ order: 'easiest' })).toEqual([0, 4, 2, 1, 3]);
    expect(ordered({ order: 'order' })).toEqual([0, 1, 2, 3, 4]);
    expect(orderedExamples({ ...examples, by: b }, allExamples)).toEqual([0, 1, 2, 3, 4]);
  });

  it('come first where the runs take them for different classes', () => {
    expect(ordered({ order: 'disagreement' })).toEqual([1, 3, 0, 2, 4]);
  });

  it('are only those that are wrong, of a class, or of a cell of the confusion matrix', () => {
    expect(ordered({ wrongOnly: true })).toEqual([3, 1, 4]);
    expect(ordered({ trueClass: 0 })).toEqual([3, 0]);
    expect(ordered({ predictedClass: 2 })).toEqual([1, 2]);
    expect(ordered({ trueClass: 1, predictedClass: 0 })).toEqual([4]);
    expect(ordered({ trueClass: 1, predictedClass: 0, wrongOnly: true })).toEqual([4]);
    expect(ordered({ trueClass: 2, wrongOnly: true })).toEqual([]);
  });

  it('are not said to be wrong before their classes are known', () => {
    const unknown = { ...examples, labels: undefined };
    expect(orderedExamples(unknown, { ...allExamples, wrongOnly: true })).toEqual([]);
    expect(orderedExamples(unknown, allExamples)).toHaveLength(5);
  });

  it('whose pixels have the classes are ordered, not filtered', () => {
    const run = evaluated({}, { losses: [1, 2, 3], predicted: [] });
    const masks = { count: 3, labels: new Uint8Array(), by: run, runs: [run, run] };
    const choice = { ...allExamples, wrongOnly: true, trueClass: 1 };
    expect(orderedExamples(masks, choice)).toEqual([2, 1, 0]);
    expect(possibleOrders(masks)).toEqual(['hardest', 'easiest', 'order']);
  });

  it('of a run that tells no loss of each keep the order of the data set', () => {
    const run = evaluated({}, { losses: [], predicted: [1, 1, 1] });
    expect(possibleOrders({ by: run, runs: [run] })).toEqual(['order']);
    expect(orderedExamples({ count: 3, labels, by: run, runs: [run] }, allExamples)).toEqual([
      0, 1, 2,
    ]);
    expect(possibleOrders(examples)).toEqual(['hardest', 'easiest', 'disagreement', 'order']);
  });

  it('in any order are all images, each once, with falling losses', () => {
    const random = seeded(4);
    const losses = Array.from({ length: 500 }, () => Math.round(20 * random.uniform()));
    const run = evaluated({}, { losses, predicted: losses.map(() => 0) });
    const of = { count: 500, labels: new Uint8Array(500), by: run, runs: [run] };
    const places = orderedExamples(of, allExamples);
    expect([...places].sort((x, y) => x - y)).toEqual([...losses.keys()]);
    places.slice(1).forEach((place, i) => {
      const [before, after] = [losses[places[i] ?? -1] ?? NaN, losses[place] ?? NaN];
      expect(before).toBeGreaterThanOrEqual(after);
    });
  });
});

describe('runs side by side', () => {
  const scenes = evaluated(
    { name: 'scenes', spec: { dataset: datasetSpec('fashion-scenes') } },
    { losses: [], predicted: [] },
  );

  it('have the same images, those of the chosen run or else of the first', () => {
    const all = [runOf({ name: 'new' }), a, scenes, b];
    const shown = { runs: all, all, slots: new Map<string, number>() };
    const names = (runs: readonly Run[] = []) => runs.map(({ identity }) => identity.name);
    const first = dataGroup(shown, null);
    expect([names(first?.runs), names(first?.others)]).toEqual([['a', 'b'], ['scenes']]);
    const chosen = dataGroup(shown, 'scenes-0');
    expect(chosen).toMatchObject({ by: scenes, runs: [scenes], isSegmentation: true });
    expect(dataGroup({ ...shown, runs: [runOf({})] }, null)).toBeUndefined();
  });

  it('differ in their validation images by data and by what is drawn by lot, and by nothing else', () => {
    const { dataset } = defaultSpec;
    const key = (change: Partial<typeof defaultSpec>) =>
      validationKey({ ...defaultSpec, ...change });
    expect(key({ seed: 2 })).toBe(key({ seed: 1 }));
    expect(key({ dataset: { ...dataset, share: 0.5, labelNoise: 0.1 } })).toBe(key({}));
    expect(key({ dataset: { ...dataset, name: 'mnist' } })).not.toBe(key({}));
    const drawn = { ...dataset, randomLabels: true };
    expect(key({ dataset: drawn })).not.toBe(key({}));
    expect(key({ dataset: drawn, seed: 2 })).not.toBe(key({ dataset: drawn, seed: 3 }));
  });
});

describe('a confusion matrix', () => {
  it('is gone through with the arrows, to its edges and no further', () => {
    const at = { row: 1, column: 1 };
    expect(cellAfter(at, 'ArrowUp', 3)).toEqual({ row: 0, column: 1 });
    expect(cellAfter(at, 'ArrowRight', 2)).toEqual(at);
    expect(cellAfter(at, 'Home', 3)).toEqual({ row: 1, column: 0 });
    expect(cellAfter(at, 'End', 3)).toEqual({ row: 1, column: 2 });
    expect(cellAfter(at, 'Tab', 3)).toBeUndefined();
  });
});

describe('what comes from the host', () => {
  it('is unpacked image by image', () => {
    const packed = { count: 2, height: 1, width: 2, channels: 3 };
    const pixels = toBase64(Uint8Array.from({ length: 12 }, (_, i) => i));
    const masks = toBase64(Uint8Array.of(1, 2, 3, 4));
    const [, second] = unpackPictures({ ...packed, pixels, labels: masks });
    expect(second).toMatchObject({ height: 1, width: 2, channels: 3 });
    expect([...(second?.pixels ?? [])]).toEqual([6, 7, 8, 9, 10, 11]);
    expect([...(second?.labels ?? [])]).toEqual([3, 4]);
    const outcome = { kind: 'masks', masks, accuracies: [0.5, 1] } as const;
    const [, predicted] = unpackPredictions({ type: 'predictions', epoch: 3, outcome });
    expect(predicted).toMatchObject({ epoch: 3, accuracy: 1, mask: Uint8Array.of(3, 4) });
  });
});

describe('the colours of masks', () => {
  it('differ for the first 24 classes, and from that of no class', () => {
    const all = [...Array(24).keys(), 255].map((label) => maskColour(label).join());
    expect(new Set(all).size).toBe(25);
  });
});
