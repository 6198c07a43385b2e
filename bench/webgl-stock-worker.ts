import * as tf from '@tensorflow/tfjs';

/*
 * Models of the same sizes by tfjs as shipped, on its webgl backend in a Web Worker: images/s by `model.fit`
 * and by `tf.variableGrads` with an optimizer, whose loss is read back after every step as a loop that shows
 * it does.
 */

// tfjs takes no WebGL in software unless told to.
tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
const ready = tf.setBackend('webgl');

addEventListener('message', async ({ data }) => {
  try {
    await ready;
    postMessage({ value: await speed(data) });
  } catch (error) {
    postMessage({ error: String(error?.stack ?? error) });
  }
});

const { layers } = tf;
const conv = (filters, more = {}) =>
  layers.conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu', ...more });

const models = {
  mlp: (x) => {
    const hidden = layers
      .dense({ units: 128, activation: 'relu' })
      .apply(layers.flatten().apply(x));
    return layers.dense({ units: 10 }).apply(hidden);
  },
  cnn: (x) => {
    const pool = (y) => layers.maxPooling2d({ poolSize: 2 }).apply(y);
    const features = pool(conv(32).apply(pool(conv(16).apply(x))));
    return layers.dense({ units: 10 }).apply(layers.flatten().apply(features));
  },
  resnet: (x) => {
    const normed = (y, filters, strides, kernelSize = 3) =>
      layers
        .batchNormalization()
        .apply(
          conv(filters, { strides, kernelSize, useBias: false, activation: 'linear' }).apply(y),
        );
    const relu = (y) => layers.reLU().apply(y);
    const residual = (y, filters, strides) => {
      const inner = normed(relu(normed(y, filters, strides)), filters, 1);
      const shortcut = strides === 1 ? y : normed(y, filters, strides, 1);
      return relu(layers.add().apply([inner, shortcut]));
    };
    const blocks = residual(residual(residual(relu(normed(x, 16, 1)), 16, 1), 32, 2), 64, 2);
    return layers.dense({ units: 10 }).apply(layers.globalAveragePooling2d({}).apply(blocks));
  },
  unet: (x) => {
    const twice = (y, filters) => conv(filters).apply(conv(filters).apply(y));
    const half = (y) => layers.maxPooling2d({ poolSize: 2 }).apply(y);
    const up = (y, filters) =>
      layers.conv2dTranspose({ filters, kernelSize: 2, strides: 2 }).apply(y);
    const beside = (a, b) => layers.concatenate().apply([a, b]);
    const one = twice(x, 16);
    const two = twice(half(one), 32);
    const middle = twice(beside(two, up(twice(half(two), 64), 32)), 32);
    return conv(4, { kernelSize: 1, activation: 'linear' }).apply(
      twice(beside(one, up(middle, 16)), 16),
    );
  },
};

const made = new Map();

function madeFor(name, { side, classes, batchSize }) {
  const known = made.get(name);
  if (known) return known;
  const input = tf.input({ shape: [side, side, 1] });
  const model = tf.model({ inputs: input, outputs: models[name](input) });
  const loss = (y, z) =>
    tf.losses.softmaxCrossEntropy(tf.reshape(y, [-1, classes]), tf.reshape(z, [-1, classes]));
  model.compile({ optimizer: tf.train.adam(0.001), loss });
  const images = tf.randomUniform([batchSize, side, side, 1]);
  const rows = name === 'unet' ? [batchSize, side, side] : [batchSize];
  const labels = tf.oneHot(tf.randomUniform(rows, 0, classes, 'int32'), classes).toFloat();
  const result = { model, loss, images, labels, optimizer: tf.train.adam(0.001) };
  made.set(name, result);
  return result;
}

async function speed({ model: name, sizes, turn, how }) {
  const { model, loss, images, labels, optimizer } = madeFor(name, sizes);
  const fit = { epochs: 1, batchSize: sizes.batchSize, verbose: 0, shuffle: false };
  const step = {
    fit: () => model.fit(images, labels, fit),
    gradients: async () => {
      const { value, grads } = tf.variableGrads(() =>
        loss(labels, model.apply(images, { training: true })),
      );
      optimizer.applyGradients(grads);
      await value.data();
      tf.dispose([value, grads]);
    },
  }[how];
  for (let i = 0; i < 2; i++) await step();
  let steps = 0;
  const start = performance.now();
  for (; performance.now() - start < turn; steps++) await step();
  return (steps * sizes.batchSize) / ((performance.now() - start) / 1000);
}
