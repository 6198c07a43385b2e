// @ts-check
import { importParser } from './build.mjs';

/** The four models that are measured, with the batch and the data that each trains on. */

/** @typedef {'mlp' | 'cnn' | 'resnet' | 'unet'} ModelName */

export const modelNames = /** @type {const} */ (['mlp', 'cnn', 'resnet', 'unet']);

/** Images a step, as in bench/peer-pytorch.py. @type {Record<ModelName, number>} */
export const batchSizes = { mlp: 128, cnn: 128, resnet: 32, unet: 32 };

/** @param {ModelName} model */
export const datasetOf = (model) => (model === 'unet' ? 'fashion-scenes' : 'fashion-mnist');

const { parseSpec } = await importParser();

/**
 * A whole spec: what a person would write, read by the parser of experiments, so that the benches measure
 * what the extension runs.
 * @param {Record<string, unknown>} written
 */
export function wholeSpec(written) {
  const parsed = parseSpec({ epochs: 100_000, batchSize: 128, ...written });
  if (!parsed.ok) throw new Error(`A bench has no valid spec: ${JSON.stringify(parsed.errors)}`);
  return parsed.spec;
}

/** Its rule and nothing else. @param {string} name @param {number} learningRate */
export function optimizerOf(name, learningRate) {
  return wholeSpec({ optimizer: { name, learningRate } }).optimizer;
}

/** The spec of a training that outlasts any bench. @param {ModelName} name */
export function specOf(name) {
  return wholeSpec({
    dataset: datasetOf(name),
    model: name,
    optimizer: { name: 'adam', learningRate: 0.001 },
    batchSize: batchSizes[name],
  });
}
