import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import {
  changesErrors,
  dataChangesShape,
  isChanged,
  noChanges,
  wholeChanges,
} from '../../../src/experiment/datasets/changes/data-changes.ts';

const schema = z.strictObject(dataChangesShape);

test('nothing written changes nothing', () => {
  expect(wholeChanges(schema.parse({}))).toEqual(noChanges);
  expect(isChanged(noChanges)).toBe(false);
});

test('what is written is kept, the rest filled in, and the whole parses to itself', () => {
  const written = { labelNoise: 0.4, augmentation: { shift: 2 } };
  const whole = wholeChanges(schema.parse(written));
  expect(whole).toEqual({
    ...noChanges,
    labelNoise: 0.4,
    augmentation: { shift: 2, flip: false, rotate: 0, erase: 0 },
  });
  expect(wholeChanges(schema.parse(JSON.parse(JSON.stringify(whole))))).toEqual(whole);
  expect(wholeChanges(schema.parse(noChanges))).toEqual(noChanges);
});

test('every change alone counts as one', () => {
  const augmentation = { ...noChanges.augmentation, flip: true };
  for (const change of [
    { share: 0.5 },
    { labelNoise: 0.1 },
    { imbalance: 2 },
    { randomLabels: true },
    { randomImages: true },
    { augmentation },
  ]) {
    expect(isChanged({ ...noChanges, ...change }), JSON.stringify(change)).toBe(true);
  }
});

test.each([
  { share: 0 },
  { share: 1.1 },
  { labelNoise: -0.1 },
  { labelNoise: 2 },
  { imbalance: 0.5 },
  { imbalance: 1e6 },
  { randomLabels: 1 },
  { randomImages: 'yes' },
  { augmentation: { shift: 1.5 } },
  { augmentation: { blur: 1 } },
  { noise: 0.1 },
])('%j is refused', (written) => {
  expect(schema.safeParse(written).success).toBe(false);
});

test('changes that do not go with the task, or with each other, are named', () => {
  const paths = (
    changes: Parameters<typeof wholeChanges>[0],
    task: 'segmentation' | 'recognition',
  ) => changesErrors(wholeChanges(changes), task).map(({ path }) => path);
  expect(paths({ imbalance: 10 }, 'segmentation')).toEqual(['imbalance']);
  expect(paths({ imbalance: 10, share: 0.5, labelNoise: 0.1 }, 'recognition')).toEqual([]);
  expect(paths({ share: 0.1, labelNoise: 0.2, randomImages: true }, 'segmentation')).toEqual([]);
  expect(paths({ randomLabels: true, labelNoise: 0.1, imbalance: 3 }, 'recognition')).toEqual([
    'labelNoise',
    'imbalance',
  ]);
});
