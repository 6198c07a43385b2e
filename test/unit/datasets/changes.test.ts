import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/experiment/datasets/changes/apply-changes.ts';
import {
  imbalancedCounts,
  shareOf,
} from '../../../src/experiment/datasets/changes/class-subset.ts';
import {
  noChanges,
  type DataChanges,
} from '../../../src/experiment/datasets/changes/data-changes.ts';
import { noisyLabels } from '../../../src/experiment/datasets/changes/label-noise.ts';
import type { LabelledImages, TrainingData } from '../../../src/experiment/datasets/dataset.ts';
import { seeded } from '../../../src/experiment/random.ts';

/** Images of one pixel each, whose value is the image's index: it tells which images are kept. */
function numbered(counts: readonly number[], labelsPerImage = 1): LabelledImages {
  const classes = counts.flatMap((count, label) => new Array<number>(count).fill(label));
  const count = classes.length;
  // Classes in turn, not one after the other: 7 has no common factor with the counts of these tests.
  const labels = Uint8Array.from({ length: count }, (_, i) => classes[(i * 7) % count] ?? 0);
  return {
    count,
    height: 1,
    width: labelsPerImage,
    channels: 1,
    pixels: Float32Array.from({ length: count * labelsPerImage }, (_, i) => Math.floor(i / labelsPerImage)), // prettier-ignore
    labelsPerImage,
    labels: Uint8Array.from({ length: count * labelsPerImage }, (_, i) => labels[Math.floor(i / labelsPerImage)] ?? 0), // prettier-ignore
  };
}

const data: TrainingData = {
  classes: 4,
  train: numbered([400, 200, 100, 3]),
  validation: numbered([50, 50, 50, 51]),
  heldOut: numbered([10, 10]),
};

const changed = (changes: Partial<DataChanges>, seed = 1, of = data): TrainingData =>
  applyChanges(of, { ...noChanges, ...changes }, seed);

const perClass = ({ labels }: LabelledImages): number[] =>
  [0, 1, 2, 3].map((label) => labels.filter((one) => one === label).length);

/** Which of the labels differ from those of the image that is there, by its number. */
const wrong = ({ labels, pixels }: LabelledImages): number[] =>
  [...labels.keys()].filter((i) => labels[i] !== data.train.labels[pixels[i] ?? NaN]);

describe('data that is not changed', () => {
  it('is the same object, whatever the augmentation', () => {
    expect(changed({})).toBe(data);
    expect(changed({ augmentation: { shift: 2, flip: true, rotate: 9, erase: 0.5 } })).toBe(data);
  });

  it('is not written to by any change', () => {
    const before = structuredClone(data);
    changed({ share: 0.5, labelNoise: 0.5, imbalance: 5, randomImages: true });
    changed({ randomLabels: true });
    expect(data).toEqual(before);
  });
});

describe('a share of the data', () => {
  it('is the same share of every class, and at least one image', () => {
    expect(perClass(changed({ share: 0.25 }).train)).toEqual([100, 50, 25, 1]);
    expect(perClass(changed({ share: 0.001 }).train)).toEqual([1, 1, 1, 1]);
    expect(shareOf([10, 5, 0], 0.5)).toEqual([5, 3, 0]);
  });

  it('keeps images whole and in order, and those of a smaller share', () => {
    const kept = (share: number): number[] => [...changed({ share }).train.pixels];
    const [half, tenth] = [kept(0.5), kept(0.1)];
    expect(half).toEqual([...half].sort((a, b) => a - b));
    expect(new Set(half).size).toBe(half.length);
    expect(tenth.every((image) => half.includes(image))).toBe(true);
    expect(wrong(changed({ share: 0.5 }).train)).toEqual([]);
  });

  it('leaves validation and held-out images as they are', () => {
    const { validation, heldOut } = changed({ share: 0.5 });
    expect(validation).toEqual(data.validation);
    expect(heldOut).toBe(data.heldOut);
  });

  it('is the same for the same seed, and another for another', () => {
    const kept = (seed: number): number[] => [...changed({ share: 0.5 }, seed).train.pixels];
    expect(kept(1)).toEqual(kept(1));
    expect(kept(2)).not.toEqual(kept(1));
  });

  it('takes whole images where every pixel has a class', () => {
    const scenes = { classes: 4, train: numbered([40, 20, 10, 8], 6), validation: data.validation };
    const { train } = changed({ share: 0.5 }, 1, scenes);
    expect([train.count, train.pixels.length, train.labels.length]).toEqual([39, 234, 234]);
    for (let i = 0; i < 234; i++) expect(train.pixels[i]).toBe(train.pixels[6 * Math.floor(i / 6)]);
    const labelOf = new Map([...scenes.train.pixels].map((image, i) => [image, scenes.train.labels[i]])); // prettier-ignore
    train.pixels.forEach((image, i) => expect(train.labels[i]).toBe(labelOf.get(image)));
  });
});

describe('imbalance', () => {
  // round(n ρ^(−k/(K−1))) by numpy.
  it('has the exponential profile of Cui et al.', () => {
    const even = new Array<number>(10).fill(1000);
    expect(imbalancedCounts(even, 100)).toEqual([1000, 599, 359, 215, 129, 77, 46, 28, 17, 10]);
    const digits = [142, 146, 141, 147, 145, 146, 145, 143, 138, 144];
    expect(imbalancedCounts(digits, 10)).toEqual([142, 110, 85, 66, 51, 40, 31, 24, 18, 14]);
  });

  it('has the stated ratio also where the first class is not the largest', () => {
    expect(imbalancedCounts([100, 500, 800], 4)).toEqual([100, 50, 25]);
    expect(imbalancedCounts([300, 100, 800], 4)).toEqual([200, 100, 50]);
  });

  it('keeps at least one image of a class that has any', () => {
    expect(imbalancedCounts([10, 10, 0, 10], 1000)).toEqual([10, 1, 0, 1]);
    expect(imbalancedCounts([7], 5)).toEqual([7]);
  });

  it('is of the training images alone', () => {
    const even = { ...data, train: numbered([101, 101, 101, 101]) };
    const { train, validation } = changed({ imbalance: 8 }, 1, even);
    expect(perClass(train)).toEqual([101, 51, 25, 13]);
    expect(validation).toEqual(data.validation);
  });
});

describe('label noise', () => {
  it('makes exactly the stated share of the training labels wrong, and no other', () => {
    for (const rate of [0.1, 0.4, 1]) {
      const { train, validation } = changed({ labelNoise: rate });
      expect(wrong(train)).toHaveLength(Math.round(703 * rate));
      expect(train.labels.every((label) => label < 4)).toBe(true);
      expect(train.pixels).toBe(data.train.pixels);
      expect(validation).toEqual(data.validation);
    }
  });

  it('is the share of what is kept, where less is kept', () => {
    const { train } = changed({ labelNoise: 0.4, share: 0.25 });
    expect(train.count).toBe(176);
    expect(wrong(train)).toHaveLength(Math.round(0.4 * 176));
  });

  it('of a lower rate is a part of that of a higher one', () => {
    const [low, high] = [changed({ labelNoise: 0.1 }).train, changed({ labelNoise: 0.3 }).train];
    for (const i of wrong(low)) expect(high.labels[i]).toBe(low.labels[i]);
  });

  it('reaches every image and every other class equally often', () => {
    const labels = Uint8Array.from({ length: 30_000 }, (_, i) => i % 3);
    const noisy = noisyLabels(labels, 3, 0.5, seeded(1));
    const counts = new Array<number>(9).fill(0);
    labels.forEach((label, i) => {
      const cell = 3 * label + (noisy[i] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    });
    // 5,000 stay and 2,500 become each of the two others, of each class; five standard deviations.
    counts.forEach((count, cell) => {
      const expected = cell % 4 === 0 ? 5000 : 2500;
      expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
    });
  });

  it('does its work pixel by pixel where every pixel has a class', () => {
    const scenes = { classes: 4, train: numbered([40, 20, 10, 8], 6), validation: data.validation };
    const { train } = changed({ labelNoise: 0.25 }, 1, scenes);
    const flipped = train.labels.filter((label, i) => label !== scenes.train.labels[i]);
    expect(flipped).toHaveLength(Math.round(0.25 * 78 * 6));
  });
});

describe('random labels and images', () => {
  it('draw every label of training and validation anew, each class equally likely', () => {
    const { train, validation, heldOut } = changed({ randomLabels: true });
    for (const part of [train, validation]) {
      const expected = part.count / 4;
      const chiSquare = perClass(part).reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      // 3 degrees of freedom: above 21 once in 10,000 seeds.
      expect(chiSquare).toBeLessThan(21);
    }
    const agreeing = train.count - wrong(train).length;
    expect(Math.abs(agreeing - 703 / 4)).toBeLessThan(5 * Math.sqrt((703 * 3) / 16));
    expect(train.pixels).toBe(data.train.pixels);
    expect(heldOut).toBe(data.heldOut);
  });

  it('draw every pixel of training and validation anew, in 0 ≤ x < 1, and leave the labels', () => {
    const { train, validation } = changed({ randomImages: true });
    for (const { pixels, count } of [train, validation]) {
      expect(pixels.every((value) => value >= 0 && value < 1)).toBe(true);
      const mean = pixels.reduce((sum, value) => sum + value, 0) / count;
      expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / count));
    }
    expect(train.labels).toBe(data.train.labels);
    expect(train.pixels.subarray(0, 50)).not.toEqual(validation.pixels.subarray(0, 50));
  });
});

describe('one change more', () => {
  it('does not alter what another draws', () => {
    const noise = changed({ labelNoise: 0.3 });
    const both = changed({ labelNoise: 0.3, randomImages: true });
    expect(both.train.labels).toEqual(noise.train.labels);
    const half = changed({ share: 0.5 });
    expect(changed({ share: 0.5, labelNoise: 0.9 }).train.pixels).toEqual(half.train.pixels);
    const images = changed({ randomImages: true });
    const more = changed({ randomImages: true, randomLabels: true, share: 0.5 });
    expect(more.validation.pixels).toEqual(images.validation.pixels);
    expect(more.validation.labels).toEqual(changed({ randomLabels: true }).validation.labels);
  });
});
