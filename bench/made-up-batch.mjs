// @ts-check
/**
 * Made-up images and labels of a model's task.
 * @param {any} random @param {import('./models.mjs').ModelName} model
 * @param {{ side: number, classes: number, batchSize: number }} sizes
 */
export function madeUpBatch(random, model, { side, classes, batchSize }) {
  const images = Float32Array.from({ length: batchSize * side * side }, () => random.uniform());
  const rows = batchSize * (model === 'unet' ? side * side : 1);
  const labels = Uint8Array.from({ length: rows }, () => random.below(classes));
  return { count: batchSize, images, labels };
}
