import type { LabelledImages, TrainingData } from './dataset.ts';
import { classMembers, sampleCount, type OwnPreview } from './own/preview.ts';
import { selectImages } from './select-images.ts';

/** The same preview of images that are read already; it shows those that are trained on. @param names of the classes */
export function previewDataset(
  { train, validation }: TrainingData,
  names: readonly string[],
): OwnPreview {
  const { height, width, channels, labelsPerImage } = train;
  const isClassed = labelsPerImage === 1;
  const samples = selectImages(train, isClassed ? firstOfEach(train, names) : firstOf(train));
  const counted = isClassed ? [train, validation] : [samples];
  const members = counted.map(({ labels }) => classMembers(labels, names.length));
  const countOf = (k: number): number => members.reduce((sum, of) => sum + (of[k]?.length ?? 0), 0);
  return {
    task: isClassed ? 'classification' : 'segmentation',
    count: train.count + validation.count,
    ...{ height, width, channels },
    classes: names.map((name, k) => ({ name, count: countOf(k) })),
    samples,
  };
}

function firstOfEach({ labels }: LabelledImages, names: readonly string[]): number[] {
  return classMembers(labels, names.length).flatMap((indices) => indices.slice(0, sampleCount));
}

function firstOf({ count }: LabelledImages): number[] {
  return Array.from({ length: Math.min(sampleCount, count) }, (_, i) => i);
}
