// @ts-check
/** The four models that are measured, with the batch and the data that each trains on. */

/** @typedef {'mlp' | 'cnn' | 'resnet' | 'unet'} ModelName */

export const modelNames = /** @type {const} */ (['mlp', 'cnn', 'resnet', 'unet']);

/** Images a step, as in bench/peer-pytorch.py. @type {Record<ModelName, number>} */
export const batchSizes = { mlp: 128, cnn: 128, resnet: 32, unet: 32 };

/** @param {ModelName} model */
export const datasetOf = (model) => (model === 'unet' ? 'fashion-scenes' : 'fashion-mnist');

/** Its rule and nothing else. @param {string} name @param {number} learningRate */
export function optimizerOf(name, learningRate) {
  const schedule = { name: 'constant', warmUp: 0 };
  return { name, learningRate, weightDecay: 0, l1: 0, clipNorm: null, schedule };
}

const relu = { activation: 'relu', initializer: 'he-normal' };

/** The spec of a training that outlasts any bench. @param {ModelName} name */
export function specOf(name) {
  return {
    dataset: datasetOf(name),
    model: { name, style: { ...relu, batchNorm: name === 'resnet' } },
    loss: { name: 'cross-entropy', reduction: 'sum' },
    optimizer: optimizerOf('adam', 0.001),
    epochs: 100_000,
    batchSize: batchSizes[name],
    seed: 1,
  };
}
