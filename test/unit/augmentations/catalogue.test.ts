import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import {
  augmentationNames,
  augmentations,
  augmentationShape,
  isAugmented,
  noAugmentation,
} from '../../../src/experiment/augmentations/catalogue.ts';
import { descriptionOf } from '../../../src/experiment/schema/described.ts';

test('every augmentation has its names, its setting described, and is off by default', () => {
  expect([...augmentationNames].sort()).toEqual(Object.keys(augmentations).sort());
  expect(Object.keys(augmentationShape)).toEqual([...augmentationNames]);
  for (const name of augmentationNames) {
    expect(descriptionOf(augmentations[name].schema)?.text).toMatch(/\.$/);
    expect(noAugmentation[name]).toBe(augmentations[name].off);
  }
  expect(isAugmented(noAugmentation)).toBe(false);
  expect(isAugmented({ ...noAugmentation, flip: true })).toBe(true);
  expect(isAugmented({ ...noAugmentation, rotate: 0.5 })).toBe(true);
});

test('settings that make no sense are refused, those that do are taken as they are', () => {
  const schema = z.strictObject(augmentationShape);
  const good = { shift: 2, flip: true, rotate: 15.5, erase: 0.2 };
  expect(schema.parse(good)).toEqual(good);
  expect(schema.parse(noAugmentation)).toEqual(noAugmentation);
  for (const bad of [
    { shift: -1 },
    { shift: 0.5 },
    { flip: 1 },
    { rotate: 181 },
    { erase: 1.1 },
    { turn: 1 },
  ]) {
    expect(schema.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
  }
});
