import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { plainRelu, type Model } from '../../../src/experiment/models/model.ts';
import type { LayerStyle } from '../../../src/experiment/models/net.ts';
import { message } from '../../../src/l10n.ts';
import { randomStreams, seeded } from '../../../src/experiment/random.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { Network } from '../../../src/training/network.ts';
import { objectiveOf } from '../../../src/training/objectives/objective-of.ts';
import { noPenalties } from '../../../src/training/update-rule.ts';
import { distance, onBoth } from './backends.ts';

/** Odd, and no two alike. */
const input = { height: 7, width: 5, channels: 3, classes: 3 };
const batchSize = 3;

type Features = Model['features'];

/** One operation of `Net` each, around it as little as makes a model. */
export const adHocModels: Readonly<Record<string, Features>> = {
  dense: (net, x, { style }) => net.dense(x, 11, style),
  'dense, sigmoid': (net, x, { style }) => net.dense(x, 11, { ...style, activation: 'sigmoid' }),
  'dense, tanh': (net, x, { style }) => net.dense(x, 11, { ...style, activation: 'tanh' }),
  'dense, batch norm': (net, x, { style }) => net.dense(x, 11, { ...style, batchNorm: true }),
  'convolution 3x3': (net, x, { style }) => net.convolution(x, 5, { size: 3, style }),
  'convolution 1x1': (net, x, { style }) => net.convolution(x, 5, { size: 1, style }),
  'convolution 3x3, stride 2': (net, x, { style }) =>
    net.convolution(x, 5, { size: 3, stride: 2, style }),
  'convolution 1x1, stride 2': (net, x, { style }) =>
    net.convolution(x, 5, { size: 1, stride: 2, style }),
  'two convolutions': (net, x, { style }) =>
    net.convolution(net.convolution(x, 5, { size: 3, style }), 4, { size: 3, style }),
  'convolution, batch norm': (net, x, { style }) =>
    net.convolution(x, 5, { size: 3, style: { ...style, batchNorm: true } }),
  'shortcut, batch norm': (net, x, { style }) => {
    const norm: LayerStyle = { ...style, batchNorm: true };
    const inner = net.convolution(x, 4, { size: 3, style: norm });
    return net.convolution(inner, 4, { size: 3, style: norm, plus: inner });
  },
  shortcut: (net, x, { style }) => {
    const inner = net.convolution(x, 4, { size: 3, style });
    return net.convolution(inner, 4, { size: 3, style, plus: inner });
  },
  'transposed convolution': (net, x, { style }) =>
    net.transposedConvolution(net.convolution(x, 4, { size: 3, style }), 3, {
      ...style,
      activation: 'none',
    }),
  'max pooling': (net, x, { style }) => net.maxPool(net.convolution(x, 5, { size: 3, style })),
  'average pooling': (net, x, { style }) =>
    net.averagePool(net.convolution(x, 5, { size: 3, style })),
  concatenation: (net, x, { style }) => {
    const inner = net.convolution(x, 5, { size: 3, style });
    return net.concat(inner, net.convolution(inner, 2, { size: 3, style }));
  },
  dropout: (net, x, { style }) => net.dropout(net.dense(x, 11, style), 0.4),
};

/**
 * How far one step on the device is from the reference: the logits before, and all that it leaves. SGD at a
 * rate of 1000 makes weights that are their gradient and hardly anything else.
 */
export async function compareModel(name: string): Promise<{ forward: number; backward: number }> {
  const { measured, expected } = await onBoth((backend) => stepOf(backend, name));
  const backward = expected.after.map((values, i) => distance(measured.after[i] ?? [], values));
  return { forward: distance(measured.logits, expected.logits), backward: Math.max(...backward) };
}

async function stepOf(backend: Backend, name: string) {
  const features = adHocModels[name];
  if (!features) throw new RangeError(name);
  const model: Model = {
    label: message(name),
    use: message(name),
    task: 'classification',
    epochs: 1,
    size: null,
    style: plainRelu,
    features,
  };
  const build = { size: { layers: 1, units: 11 }, style: plainRelu };
  const objective = objectiveOf(lossSpec('cross-entropy'), {
    classes: input.classes,
    train: { labels: new Uint8Array(), labelsPerImage: 1 },
  });
  const network = new Network(model, build, input, objective, backend, randomStreams(3), 0);
  const random = seeded(4);
  const size = batchSize * input.height * input.width * input.channels;
  const images = Float32Array.from({ length: size }, () => random.normal());
  const batch = { count: batchSize, images, labels: Uint8Array.of(2, 0, 1) };
  const { logits } = network.measure(batch);
  const rule = { name: 'sgd', rate: 1000, penalties: noPenalties, clipNorm: null } as const;
  if (backend.device) await network.submit(batch, rule, backend.device);
  else network.step(batch, rule);
  const after = [...network.save().values()].map(({ values }) => values);
  network.dispose();
  return { logits, after };
}
