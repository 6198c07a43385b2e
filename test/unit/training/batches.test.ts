import { describe, expect, it } from 'vitest';
import { LossLabError } from '../../../src/error.ts';
import {
  noAugmentation,
  type Augmentation,
} from '../../../src/experiment/augmentations/catalogue.ts';
import type { LabelledImages } from '../../../src/experiment/datasets/dataset.ts';
import { randomStreams } from '../../../src/experiment/random.ts';
import { augmenterFor } from '../../../src/training/augmenter.ts';
import { Batches } from '../../../src/training/batches.ts';
import { tinyData, tinyScenes } from './tiny.ts';

const everything: Augmentation = { shift: 1, flip: true, rotate: 20, erase: 0.3 };

function dealing(
  augmentation: Augmentation = noAugmentation,
  data: LabelledImages = tinyData.train,
  batchSize = 5,
): Batches {
  const random = randomStreams(1);
  return new Batches(
    data,
    batchSize,
    random.order,
    augmenterFor(augmentation, random.augmentation),
  );
}

/** What one epoch deals out, copied: [images, labels] of each batch. */
const epoch = (batches: Batches): [number[], number[]][] =>
  Array.from(batches.epoch(), ({ images, labels }) => [[...images], [...labels]]);

describe('batches', () => {
  it('hold every image once an epoch, with its label', () => {
    const { pixels, labels } = tinyData.train;
    const images = epoch(dealing()).flatMap(([images, labels]) =>
      labels.map((label, i) => `${label}: ${images.slice(9 * i, 9 * i + 9).join()}`),
    );
    const expected = Array.from(labels, (label, i) => `${label}: ${pixels.slice(9 * i, 9 * i + 9).join()}`); // prettier-ignore
    expect(images).toHaveLength(22);
    expect([...images].sort()).toEqual([...expected].sort());
  });

  it('take no more memory than there are images', () => {
    const [first, ...others] = epoch(dealing(noAugmentation, tinyData.train, 2 ** 40));
    expect(first?.[1]).toHaveLength(22);
    expect(others).toEqual([]);
  });
});

describe('augmented batches', () => {
  it('are the same for the same seed, differ from epoch to epoch, and leave the data alone', () => {
    const before = structuredClone(tinyData.train);
    const batches = dealing(everything);
    const first = epoch(batches);
    expect(epoch(dealing(everything))).toEqual(first);
    expect(epoch(batches)).not.toEqual(first);
    expect(tinyData.train).toEqual(before);
  });

  it('come in the order of those that are not', () => {
    const labels = (batches: Batches): number[][] => epoch(batches).map(([, labels]) => labels);
    expect(labels(dealing(everything))).toEqual(labels(dealing()));
  });

  it('with a flip alone hold every image as it is or turned', () => {
    const plain = epoch(dealing());
    const flipped = epoch(dealing({ ...noAugmentation, flip: true }));
    let turned = 0;
    plain.forEach(([images, labels], batch) => {
      labels.forEach((_, i) => {
        const image = images.slice(9 * i, 9 * i + 9);
        const mirrored = [0, 3, 6].flatMap((row) => image.slice(row, row + 3).reverse());
        const dealt = flipped[batch]?.[0].slice(9 * i, 9 * i + 9);
        expect([image, mirrored]).toContainEqual(dealt);
        if (String(dealt) === String(mirrored)) turned += 1;
      });
    });
    expect(turned).toBeGreaterThan(3);
    expect(turned).toBeLessThan(19);
  });

  it('move the classes of pixels with the pixels', () => {
    // In tinyScenes the class of a pixel is its brightness in three steps; a shift brings in 0, 0.
    const batches = dealing({ ...noAugmentation, shift: 2, flip: true }, tinyScenes.train);
    for (const [images, labels] of epoch(batches)) {
      expect(labels).toEqual(images.map((value) => Math.floor(3 * value)));
    }
  });

  it('draw for one augmentation the same whatever else is on', () => {
    const flipsOf = (augmentation: Augmentation): boolean[] =>
      epoch(dealing(augmentation, asymmetric)).flatMap(([images]) =>
        images.flatMap((value, i) => (i % 2 === 0 ? [value > (images[i + 1] ?? 0)] : [])),
      );
    const alone = flipsOf({ ...noAugmentation, flip: true });
    expect(flipsOf({ ...noAugmentation, flip: true, rotate: 1 })).toEqual(alone);
    expect(new Set(alone).size).toBe(2);
  });
});

/** One row of two pixels, dark and bright: turned or not is to be seen whatever the small rotation. */
const asymmetric: LabelledImages = {
  count: 50,
  height: 1,
  width: 2,
  channels: 1,
  pixels: Float32Array.from({ length: 100 }, (_, i) => i % 2),
  labelsPerImage: 1,
  labels: new Uint8Array(50),
};

describe('batches that are saved after an epoch', () => {
  it('go on elsewhere with the same bits', () => {
    for (const augmentation of [noAugmentation, everything]) {
      const batches = dealing(augmentation);
      epoch(batches);
      const state = structuredClone(batches.save());
      const expected = [epoch(batches), epoch(batches)];
      const other = dealing(augmentation);
      other.restore(state);
      expect([epoch(other), epoch(other)]).toEqual(expected);
    }
  });

  it('refuse a state of another number of images', () => {
    const state = dealing(noAugmentation, tinyScenes.validation).save();
    expect(() => dealing().restore(state)).toThrow(LossLabError);
  });
});
