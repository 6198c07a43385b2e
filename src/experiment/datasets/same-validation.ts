import type { ExperimentSpec } from '../spec.ts';

/** Two experiments have the same validation images, with the same labels, if and only if this is equal. */
export function validationKey({ dataset, seed }: ExperimentSpec): string {
  const { name, own, randomImages, randomLabels } = dataset;
  const drawn = randomImages || randomLabels ? { randomImages, randomLabels, seed } : null;
  return JSON.stringify([name, own, drawn]);
}
