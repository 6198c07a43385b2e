import type { LabelledImages, TrainingData } from '../dataset.ts';
import { uniformLabels, uniformPixels } from './chance.ts';
import { classSubset, imbalancedCounts, shareOf } from './class-subset.ts';
import { changesData, type DataChanges } from './data-changes.ts';
import { noisyLabels } from './label-noise.ts';
import { changeStream } from './streams.ts';

/**
 * The data with what `changes` says done to it, augmentation excepted, which is done batch by batch; the
 * same object if that is nothing. Each change draws from a stream of its own, so one more does not alter
 * what another draws. Fewer images come first, so that the rate of label noise is that of what is trained
 * on. Held-out images stay as they are.
 * @param changes without `changesErrors`
 */
export function applyChanges(data: TrainingData, changes: DataChanges, seed: number): TrainingData {
  if (!changesData(changes)) return data;
  const { classes } = data;
  const kept = reduced(data.train, classes, changes, seed);
  const train = mislabelled(
    drawnByLot(kept, 'train', classes, changes, seed),
    classes,
    changes,
    seed,
  );
  const validation = drawnByLot(data.validation, 'validation', classes, changes, seed);
  return { ...data, train, validation };
}

function reduced(
  images: LabelledImages,
  classes: number,
  { share, imbalance }: DataChanges,
  seed: number,
): LabelledImages {
  let kept = images;
  if (share < 1) {
    const random = changeStream(seed, 'share');
    kept = classSubset(kept, classes, random, (counts) => shareOf(counts, share));
  }
  if (imbalance > 1) {
    const random = changeStream(seed, 'imbalance');
    kept = classSubset(kept, classes, random, (counts) => imbalancedCounts(counts, imbalance));
  }
  return kept;
}

function drawnByLot(
  images: LabelledImages,
  part: 'train' | 'validation',
  classes: number,
  { randomImages, randomLabels }: DataChanges,
  seed: number,
): LabelledImages {
  const { pixels, labels } = images;
  const noise = (): Float32Array => uniformPixels(pixels.length, changeStream(seed, `${part}-images`)); // prettier-ignore
  const lots = (): Uint8Array => uniformLabels(labels.length, classes, changeStream(seed, `${part}-labels`)); // prettier-ignore
  return {
    ...images,
    pixels: randomImages ? noise() : pixels,
    labels: randomLabels ? lots() : labels,
  };
}

function mislabelled(
  images: LabelledImages,
  classes: number,
  { labelNoise }: DataChanges,
  seed: number,
): LabelledImages {
  if (labelNoise === 0) return images;
  const labels = noisyLabels(images.labels, classes, labelNoise, changeStream(seed, 'label-noise'));
  return { ...images, labels };
}
