import { describe, expect, it } from 'vitest';
import {
  wholeOwnData,
  type WrittenOwnData,
} from '../../../../src/experiment/datasets/own/own-data.ts';
import {
  readOwnData,
  type OwnTrainingData,
} from '../../../../src/experiment/datasets/own/read-own-data.ts';
import { expectedOf, fixture, MemoryFiles, problemOf } from './files.ts';
import { png, values } from './images.ts';

describe('readOwnData of masks', () => {
  const written: WrittenOwnData = {
    kind: 'mask-folder',
    images: 'x',
    masks: 'y',
    height: 5,
    width: 7,
  };
  const read = (files: Record<string, Uint8Array>, more: object = {}): Promise<OwnTrainingData> =>
    readOwnData({ ...wholeOwnData(written), ...more }, new MemoryFiles(files));
  const mask = Array.from({ length: 35 }, (_, i) => (i % 3 === 0 ? 255 : i % 2));
  const good = {
    'x/one.jpg': png(5, 7, 10),
    'x/two.png': png(5, 7, 20),
    'y/one.png': png(5, 7, mask),
    'y/two.png': png(5, 7, mask),
    'y/unused.png': png(9, 9, 0),
  };

  it('pairs files by name, and makes the values classes in their order', async () => {
    const data = await read(good);
    expect(data).toMatchObject({ classes: 3, classNames: ['0', '1', '255'] });
    expect(data.train).toMatchObject({ count: 1, labelsPerImage: 35 });
    expect([...data.train.labels]).toEqual(mask.map((value) => (value === 255 ? 2 : value)));
    const seen = [data.train, data.validation].map(({ pixels }) => values(pixels)[0]);
    expect(seen.sort()).toEqual([10, 20]);
  });

  it.each([1, 2, 4, 8])('takes the index of a palette of %d bits for the class', async (bits) => {
    const name = `png/palette-${String(bits)}.png`;
    const indices = expectedOf(name).indices ?? [];
    const data = await read({ ...good, 'y/one.png': fixture(name), 'y/two.png': fixture(name) });
    const names = Array.from(data.train.labels, (label) => Number(data.classNames[label]));
    expect(names).toEqual(indices);
  });

  it('resizes a mask without making classes between', async () => {
    const data = await read(good, { height: 20, width: 28 });
    expect(data.classNames).toEqual(['0', '1', '255']);
    expect(data.train.labels.length).toBe(560);
  });

  it('keeps the share of images for validation', async () => {
    const files: Record<string, Uint8Array> = {};
    for (let i = 0; i < 10; i++) {
      files[`x/${String(i)}.png`] = png(5, 7, i);
      files[`y/${String(i)}.png`] = png(5, 7, mask);
    }
    const data = await read(files, { validationShare: 0.3 });
    expect([data.train.count, data.validation.count]).toEqual([7, 3]);
  });

  const word = fixture('png/grey-16.png');
  it.each([
    [
      'an image without a mask',
      { ...good, 'x/three.png': png(5, 7, 1) },
      'x/three.png: it has no mask of that name in y.',
    ],
    [
      'a mask of another size',
      { ...good, 'y/two.png': png(7, 5, 1) },
      'y/two.png: the mask is 7 × 5 pixels and its image 5 × 7.',
    ],
    [
      'a mask in colour',
      { ...good, 'y/two.png': fixture('png/colour-8.png') },
      'y/two.png: this mask is in colour',
    ],
    [
      'a mask that is a JPEG',
      { ...good, 'y/two.png': fixture('jpeg/grey.jpg') },
      'y/two.png: this mask is not a PNG.',
    ],
    ['a value over 255', { ...good, 'y/two.png': word }, 'y/two.png, row 1, column 1: the value'],
    [
      'a mask that is cut off',
      { ...good, 'y/two.png': word.subarray(0, 50) },
      'y/two.png: the image cannot be decoded',
    ],
    [
      'one image',
      { 'x/one.png': png(5, 7, 1), 'y/one.png': png(5, 7, mask) },
      'y: there is only one image',
    ],
    [
      'one class',
      { ...good, 'y/one.png': png(5, 7, 3), 'y/two.png': png(5, 7, 3) },
      'y: there is only one class',
    ],
    ['no image', { 'y/one.png': png(5, 7, 3) }, 'x: this folder holds no PNG or JPEG image.'],
  ])('refuses %s', async (_, files, problem) => {
    expect(await problemOf(() => read(files))).toContain(problem);
  });
});
