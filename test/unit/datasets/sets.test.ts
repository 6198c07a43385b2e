import { createHash } from 'node:crypto';
import { datasetSpec } from '../../../src/experiment/datasets/dataset-spec.ts';
import { describe, expect, it } from 'vitest';
import { datasetNames, datasets } from '../../../src/experiment/datasets/catalogue.ts';
import type { Dataset, LabelledImages } from '../../../src/experiment/datasets/dataset.ts';
import { loadDataset } from '../../../src/experiment/datasets/load.ts';
import { modelsFor } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import { shipped } from './shipped.ts';

const loadFor = (name: keyof typeof datasets): ReturnType<typeof loadDataset> => {
  const { files }: Dataset = datasets[name];
  return loadDataset(name, files && shipped(files.folder));
};

describe.each(datasetNames)('the data set %s', async (name) => {
  const dataset: Dataset = datasets[name];
  const { classes, train, validation, heldOut } = await loadFor(name);

  it('is as its catalogue entry says', () => {
    expect(classes).toBe(dataset.classLabels.length);
    const { height, width } = dataset;
    expect(train).toMatchObject({ count: dataset.trainCount, height, width });
    expect(validation).toMatchObject({ count: dataset.validationCount, height, width });
    for (const { count, pixels, labels, labelsPerImage } of [train, validation]) {
      expect(pixels.length).toBe(count * height * width);
      expect(labels.length).toBe(count * labelsPerImage);
      expect(labels.every((label) => label < classes)).toBe(true);
      expect(pixels.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
    expect(heldOut === undefined).toBe(dataset.heldOutLabels === undefined);
  });

  it('has a model, and a sentence that helps to choose it', () => {
    expect(modelsFor(datasetSpec(name)).length).toBeGreaterThan(0);
    expect(dataset.use.text).toMatch(/[.?]$/);
  });
});

// All figures of this part by numpy from the file digits.csv.gz of scikit-learn.
describe('digits', async () => {
  const { train, validation } = await loadFor('digits');

  it('has 36 validation images of every class, and all others to train on', () => {
    expect(perClass(train)).toEqual([142, 146, 141, 147, 145, 146, 145, 143, 138, 144]);
    expect(perClass(validation)).toEqual(new Array(10).fill(36));
  });

  it('has the means of the source, over all and of each class', () => {
    expect(mean(train.pixels)).toBeCloseTo(0.30532087, 7);
    expect(mean(validation.pixels)).toBeCloseTo(0.30501845, 7);
    const ofTrain = [0.3082705, 0.3062527, 0.3066614, 0.2988613, 0.3037513, 0.3021056, 0.3056506, 0.2943209, 0.3230511, 0.3051893]; // prettier-ignore
    const ofValidation = [0.3143989, 0.3043891, 0.3062337, 0.3028429, 0.3021376, 0.2915853, 0.2971191, 0.3035753, 0.318929, 0.3089735]; // prettier-ignore
    classMeans(train).forEach((value, i) => expect(value).toBeCloseTo(ofTrain[i] ?? 0, 6));
    classMeans(validation).forEach((value, i) => expect(value).toBeCloseTo(ofValidation[i] ?? 0, 6)); // prettier-ignore
  });

  it('keeps the seventeen values of the source exactly', () => {
    const values = new Set(train.pixels);
    expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, i) => i / 16));
    expect([...train.pixels.subarray(0, 8)].map((value) => 16 * value)).toEqual([0, 0, 5, 13, 9, 1, 0, 0]); // prettier-ignore
  });
});

describe('random-images', async () => {
  const { train, validation } = await loadFor('random-images');

  it('needs no file, and is the same every time', async () => {
    expect(datasets['random-images'].files).toBeNull();
    expect(await loadDataset('random-images', null)).toEqual({ classes: 10, train, validation });
  });

  it('has pixels with the moments of U(0, 1), never 1', () => {
    for (const { pixels } of [train, validation]) {
      const centre = mean(pixels);
      const variance = mean(pixels.map((value) => (value - centre) ** 2));
      expect(Math.abs(centre - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / pixels.length));
      expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / pixels.length));
      expect(pixels.every((value) => value < 1)).toBe(true);
    }
  });

  it('has labels that are equally likely', () => {
    const counts = perClass(validation);
    const chiSquare = counts.reduce((sum, n) => sum + (n - 50) ** 2 / 50, 0);
    // 9 degrees of freedom: above 34 once in 10,000 seeds.
    expect(chiSquare).toBeLessThan(34);
    expect(perClass(train).every((count) => count > 0)).toBe(true);
  });
});

describe('fashion-recognition', async () => {
  const whole = await loadFor('fashion-mnist');
  const { classes, train, validation, heldOut } = await loadFor('fashion-recognition');

  it('trains seven classes and holds three out, named in the order of their labels', () => {
    const { classLabels, heldOutLabels = [] }: Dataset = datasets['fashion-recognition'];
    expect(classes).toBe(7);
    expect(perClass(train, 7)).toEqual(new Array(7).fill(1000));
    expect(perClass(validation, 7)).toEqual(new Array(7).fill(200));
    expect(heldOut && perClass(heldOut, 3)).toEqual([200, 200, 200]);
    expect(heldOutLabels.map(({ text }) => text)).toEqual(['Trouser', 'Sandal', 'Bag']);
    expect([...classLabels, ...heldOutLabels].map(({ text }) => text).sort()).toEqual(
      datasets['fashion-mnist'].classLabels.map(({ text }) => text).sort(),
    );
  });

  it('has each image under its own class, in the old order', () => {
    const names = datasets['fashion-mnist'].classLabels.map(({ text }) => text);
    const { classLabels, heldOutLabels = [] }: Dataset = datasets['fashion-recognition'];
    for (const [part, from, labels] of [
      [train, whole.train, classLabels],
      [validation, whole.validation, classLabels],
      [heldOut, whole.validation, heldOutLabels],
    ] as const) {
      if (!part) throw new Error('There is no such part.');
      labels.forEach(({ text }, label) => {
        expect(fingerprint(part, label)).toBe(fingerprint(from, names.indexOf(text)));
      });
    }
  });
});

describe('digit-pairs', async () => {
  const single = await loadFor('digits');
  const { classes, train, validation } = await loadFor('digit-pairs');

  it('has a class for each of the hundred pairs, all of them in both parts, named by both digits', () => {
    const { classLabels }: Dataset = datasets['digit-pairs'];
    const t = translator({}, 'en');
    expect(classes).toBe(100);
    expect(classLabels.map((label) => Number(t(label)))).toEqual([...classLabels.keys()]);
    for (const part of [train, validation])
      expect(Math.min(...perClass(part, 100))).toBeGreaterThan(0);
  });

  it('has on the left an image of the first digit, on the right one of the second, of its own part', () => {
    for (const [pairs, from] of [[train, single.train], [validation, single.validation]] as const) {
      const known = Array.from({ length: 10 }, (_, label) => new Set(imagesOf(from, label).map(String)));
      for (const pair of [0, 1, 17, pairs.count - 1]) {
        const label = pairs.labels[pair] ?? NaN;
        expect(known[Math.floor(label / 10)]?.has(String(half(pairs, pair, 0)))).toBe(true);
        expect(known[label % 10]?.has(String(half(pairs, pair, 8)))).toBe(true);
      }
    }
  });

  it('is the same every time', async () => {
    expect(await loadFor('digit-pairs')).toEqual({ classes, train, validation });
  });
}); // prettier-ignore

/** The eight columns of a pair from `column` on. */
function half({ pixels }: LabelledImages, pair: number, column: number): Float32Array {
  const image = pixels.subarray(pair * 128, (pair + 1) * 128);
  return image.filter((_, index) => index % 16 >= column && index % 16 < column + 8);
}

function perClass({ labels }: LabelledImages, classes = 10): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function classMeans(images: LabelledImages): number[] {
  return Array.from({ length: 10 }, (_, label) => {
    const means = imagesOf(images, label).map(mean);
    return means.reduce((sum, value) => sum + value, 0) / means.length;
  });
}

function imagesOf(
  { labels, pixels, height, width }: LabelledImages,
  label: number,
): Float32Array[] {
  const size = height * width;
  const chosen = [...labels.keys()].filter((i) => labels[i] === label);
  return chosen.map((i) => pixels.subarray(i * size, (i + 1) * size));
}

function fingerprint(images: LabelledImages, label: number): string {
  const hash = createHash('sha256');
  for (const image of imagesOf(images, label)) hash.update(image);
  return hash.digest('hex');
}
