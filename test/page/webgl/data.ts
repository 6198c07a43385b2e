import type { LabelledImages, TrainingData } from '../../../src/experiment/datasets/dataset.ts';
import { losses, type LossName } from '../../../src/experiment/losses/catalogue.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { models, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';

const classes = 3;

/** Images whose class is how bright they are, or their pixels: small, and of an odd number. */
export function dataFor(model: ModelName): TrainingData {
  const isDense = models[model].task === 'segmentation';
  const [height, width] = isDense ? [8, 4] : [9, 7];
  const images = (count: number, seed: number): LabelledImages => {
    const random = seeded(seed);
    const perImage = isDense ? height * width : 1;
    const labels = Uint8Array.from({ length: count * perImage }, () => random.below(classes));
    const size = height * width;
    const pixels = Float32Array.from({ length: count * size }, (_, i) => {
      const label = labels[isDense ? i : Math.floor(i / size)] ?? 0;
      return 0.3 * label + 0.3 * random.uniform();
    });
    return { count, height, width, channels: 1, pixels, labelsPerImage: perImage, labels };
  };
  return { classes, train: images(23, 1), validation: images(7, 2) };
}

/** 5 steps an epoch, of which the last has 3 images. */
export function specFor(
  model: ModelName,
  change: Partial<ExperimentSpec> = {},
  loss: LossName = 'cross-entropy',
): ExperimentSpec {
  return {
    ...defaultSpec,
    model: modelSpec(model),
    loss: lossSpec(loss, losses[loss].reductions[0]),
    optimizer: wholeOptimizer({ name: 'sgd', learningRate: 0.05 }),
    epochs: 10,
    batchSize: 5,
    ...change,
  };
}
