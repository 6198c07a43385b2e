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

/** A whole spec, as the parser of experiments would give it. @param {Record<string, unknown>} change */
export function wholeSpec(change) {
  const noAugmentation = { shift: 0, flip: false, rotate: 0, erase: 0 };
  return {
    dataset: datasetSpec('fashion-mnist'),
    model: modelOf('mlp'),
    loss: {
      name: 'cross-entropy',
      reduction: 'sum',
      batch: 'mean',
      parameters: { labelSmoothing: 0 },
      classWeights: 'equal',
    },
    optimizer: optimizerOf('sgd', 0.01),
    epochs: 100_000,
    batchSize: 128,
    seed: 1,
    earlyStopping: null,
    ...change,
  };

  /** @param {string} name */
  function datasetSpec(name) {
    const changes = { share: 1, labelNoise: 0, imbalance: 1, randomLabels: false };
    return { name, own: null, ...changes, randomImages: false, augmentation: noAugmentation };
  }
}

/** @param {ModelName} name */
function modelOf(name) {
  const size = name === 'mlp' ? { layers: 1, units: 128 } : null;
  const relu = { activation: 'relu', initializer: 'he-normal', initialScale: 1, dropout: 0 };
  return { name, size, style: { ...relu, batchNorm: name === 'resnet' } };
}

/** The spec of a training that outlasts any bench. @param {ModelName} name */
export function specOf(name) {
  const spec = wholeSpec({
    model: modelOf(name),
    optimizer: optimizerOf('adam', 0.001),
    batchSize: batchSizes[name],
  });
  return { ...spec, dataset: { ...spec.dataset, name: datasetOf(name) } };
}
