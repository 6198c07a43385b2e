import { describe, expect, test } from 'vitest';
import { LossLabError } from '../../../src/error.ts';
import type { TrainingData } from '../../../src/experiment/datasets/dataset.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelNames, models, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { checkFit } from '../../../src/training/fits-data.ts';
import { wasm } from './backends.ts';
import { eventsOf, tinyData, tinyDataFor, tinySpec } from './tiny.ts';

/** 4 + 2 images of two classes, one label each or one a pixel. */
function dataOf(height: number, width: number, model: ModelName): TrainingData {
  const labelsPerImage = models[model].task === 'segmentation' ? height * width : 1;
  const part = (count: number) => ({
    ...{ count, height, width, channels: 1, labelsPerImage },
    pixels: Float32Array.from({ length: count * height * width }, (_, i) => (i % 7) / 7),
    labels: Uint8Array.from({ length: count * labelsPerImage }, (_, i) => i % 2),
  });
  return { classes: 2, train: part(4), validation: part(2) };
}

const specOf = (model: ModelName) =>
  tinySpec('cross-entropy', { model: modelSpec(model), epochs: 1 });

function problemOf(...of: Parameters<typeof checkFit>): string | undefined {
  try {
    checkFit(...of);
    return undefined;
  } catch (error) {
    if (error instanceof LossLabError) return error.message;
    throw error;
  }
}

test.each(modelNames.filter((name) => models[name].task === 'classification'))(
  'images of any size train %s, a single pixel too',
  async (model) => {
    for (const [height, width] of [
      [1, 1],
      [1, 2],
      [3, 5],
    ] as const) {
      // prettier-ignore
      const events = await eventsOf(specOf(model), wasm, dataOf(height, width, model));
      expect(events.at(-1)).toMatchObject({ outcome: 'completed' });
    }
  },
);

describe('a U-Net', () => {
  test.each([
    [4, 4],
    [4, 8],
    [12, 4],
  ])('trains on images of %i × %i', async (height, width) => {
    // prettier-ignore
    const events = await eventsOf(specOf('unet'), wasm, dataOf(height, width, 'unet'));
    expect(events.at(-1)).toMatchObject({ outcome: 'completed' });
  });

  test.each([
    [1, 1],
    [2, 4],
    [4, 5],
    [6, 6],
    [4, 7],
  ])(
    // prettier-ignore
    'refuses images of %i × %i before it begins, and says what to set',
    async (height, width) => {
      const data = dataOf(height, width, 'unet');
      await expect(eventsOf(specOf('unet'), wasm, data)).rejects.toThrow(LossLabError);
    },
  );

  test('names the settings and the nearest sides that fit', () => {
    expect(problemOf(specOf('unet'), dataOf(30, 45, 'unet'))).toBe(
      'dataset.own: the images are 30 × 45 pixels, and U-Net with levels of 16/32/64 channels takes sides that are multiples of 4. Set height and width, to 32 and 44 for instance.',
    );
    expect(problemOf(specOf('unet'), dataOf(1, 4, 'unet'))).toContain('to 4 and 4 for instance');
  });
});

test('a weight for each class is needed, neither more nor less', () => {
  const weighted = (...classWeights: number[]) =>
    tinySpec('cross-entropy', { loss: { ...lossSpec('cross-entropy'), classWeights } });
  expect(problemOf(weighted(1, 2, 3), tinyData)).toBeUndefined();
  expect(problemOf(weighted(1, 2), tinyData)).toBe(
    'loss.classWeights: there are 2 weights for 3 classes. Give one for each, in their order.',
  );
  expect(problemOf(weighted(1, 2, 3, 4), tinyData)).toContain('4 weights for 3 classes');
});

test('one class is nothing to tell apart', () => {
  expect(problemOf(specOf('mlp'), { ...tinyData, classes: 1 })).toContain('all of one class');
});

test('a batch larger than the data takes all of them in one step', async () => {
  const events = await eventsOf(tinySpec('cross-entropy', { batchSize: 1000 }), wasm);
  expect(events.filter(({ type }) => type === 'batch')).toHaveLength(2);
  expect(events.at(-1)).toMatchObject({ outcome: 'completed', step: 2 });
});

test('whatever the catalogue has fits', () => {
  for (const model of modelNames)
    expect(problemOf(specOf(model), tinyDataFor(model))).toBeUndefined();
});
