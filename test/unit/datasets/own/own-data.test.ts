import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import {
  ownDataSchema,
  taskOfOwnData,
  wholeOwnData,
  type WrittenOwnData,
} from '../../../../src/experiment/datasets/own/own-data.ts';
import { descriptionOf } from '../../../../src/experiment/schema/described.ts';

const least: readonly WrittenOwnData[] = [
  { kind: 'image-folder', path: 'animals' },
  { kind: 'idx', images: 'a.gz', labels: 'b.gz' },
  { kind: 'csv', path: 'a.csv', height: 8, width: 8 },
  { kind: 'npz', path: 'a.npz' },
  { kind: 'npy', images: 'a.npy', labels: 'b.npy' },
  { kind: 'mask-folder', images: 'a', masks: 'b' },
];

describe.each(least)('$kind', (written) => {
  it('is whole with the least that can be written', () => {
    expect(wholeOwnData(written)).toMatchObject({
      ...written,
      grey: true,
      validationShare: 0.2,
      splitSeed: 1,
      mostMegabytes: 1024,
    });
  });

  it('parses to itself once it is whole, also from JSON', () => {
    const whole = wholeOwnData(written);
    expect(ownDataSchema.parse(JSON.parse(JSON.stringify(whole)))).toStrictEqual(whole);
  });

  it('has a sentence for each setting but its kind', () => {
    const option = ownDataSchema.def.options.find(
      (o) => o.def.shape.kind.def.values[0] === written.kind,
    );
    const settings: Readonly<Record<string, z.core.$ZodType>> = option?.def.shape ?? {};
    const silent = Object.entries(settings).filter(([, schema]) => !descriptionOf(schema));
    expect(silent.map(([name]) => name)).toEqual(['kind']);
  });

  it.each([
    { validationShare: 0 },
    { validationShare: 1 },
    { splitSeed: -1 },
    { mostMegabytes: 0 },
  ])('refuses %j', (wrong) => {
    expect(ownDataSchema.safeParse({ ...written, ...wrong }).success).toBe(false);
  });

  it('refuses a setting that it does not know', () => {
    expect(ownDataSchema.safeParse({ ...written, hieght: 3 }).success).toBe(false);
  });
});

describe('wholeOwnData', () => {
  it('resizes images of folders to 28 × 28', () => {
    expect(wholeOwnData({ kind: 'image-folder', path: 'a' })).toMatchObject({
      height: 28,
      width: 28,
    });
    expect(wholeOwnData({ kind: 'mask-folder', images: 'a', masks: 'b' })).toMatchObject({
      height: 28,
      width: 28,
    });
  });

  it('leaves the size of arrays to the file', () => {
    expect(wholeOwnData({ kind: 'npz', path: 'a' })).not.toHaveProperty('height');
  });

  it('takes the first column of a CSV file for the label', () => {
    expect(wholeOwnData({ kind: 'csv', path: 'a', height: 1, width: 1 })).toMatchObject({
      labelColumn: 0,
      channels: 1,
    });
  });
});

describe('taskOfOwnData', () => {
  it('is segmentation for masks alone', () => {
    expect(least.map(taskOfOwnData)).toEqual([
      ...new Array<string>(5).fill('classification'),
      'segmentation',
    ]);
  });
});
