import type { LabelledImages, TrainingData } from '../../../src/experiment/datasets/dataset.ts';
import type { LossName } from '../../../src/experiment/losses/catalogue.ts';
import { models, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { train } from '../../../src/training/trainer.ts';

/** 22 + 10 images of 3 × 3 in 3 classes, which can be told apart: the row of the class is brighter. */
export const tinyData: TrainingData = {
  classes: 3,
  train: images(22, 1),
  validation: images(10, 2),
};

/** The same task for every pixel: 22 + 10 images of 4 × 4, a pixel's class is how bright it is. */
export const tinyScenes: TrainingData = {
  classes: 3,
  train: scenes(22, 1),
  validation: scenes(10, 2),
};

/** 5 steps an epoch, of which the last has 2 images. */
export function tinySpec(loss: LossName, change: Partial<ExperimentSpec> = {}): ExperimentSpec {
  return { ...defaultSpec, loss: lossSpec(loss), epochs: 2, batchSize: 5, ...change };
}

export async function eventsOf(
  spec: ExperimentSpec,
  backend: Backend,
  data: TrainingData = tinyData,
): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of train(spec, data, new TrainingControl(), backend)) events.push(event);
  return events;
}

/** Those of one type, in order. */
export function only<Type extends RunEvent['type']>(
  events: readonly RunEvent[],
  type: Type,
): Extract<RunEvent, { type: Type }>[] {
  return events.filter((event): event is Extract<RunEvent, { type: Type }> => event.type === type);
}

function images(count: number, seed: number): LabelledImages {
  const random = seeded(seed);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 3);
  const pixels = Float32Array.from({ length: 9 * count }, (_, i) => {
    const row = Math.floor(i / 3) % 3;
    return 0.5 * random.uniform() + (row === labels[Math.floor(i / 9)] ? 0.5 : 0);
  });
  return { count, height: 3, width: 3, channels: 1, pixels, labelsPerImage: 1, labels };
}

function scenes(count: number, seed: number): LabelledImages {
  const random = seeded(seed);
  const pixels = Float32Array.from({ length: 16 * count }, () => random.uniform());
  const labels = Uint8Array.from(pixels, (value) => Math.floor(3 * value));
  return { count, height: 4, width: 4, channels: 1, pixels, labelsPerImage: 16, labels };
}

/** The data of a model's task. */
export function tinyDataFor(model: ModelName): TrainingData {
  return models[model].task === 'segmentation' ? tinyScenes : tinyData;
}
