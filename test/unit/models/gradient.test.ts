import { describe, expect, test } from 'vitest';
import { losses, lossNames, type LossName } from '../../../src/experiment/losses/catalogue.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { models, modelNames, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { declareLayers } from '../../../src/experiment/models/layers.ts';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import { activationNames, type LayerStyle } from '../../../src/experiment/models/net.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { parametersOf } from '../../../src/training/layer.ts';
import { Network } from '../../../src/training/network.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { backends } from '../training/backends.ts';
import { DoubleNet, type DoubleLayer } from './double-net.ts';

// At 8 by 8 pixels the convolutions go by Winograd's tiles; 3 images, since a gradient may be right for 1.
const input = { height: 8, width: 8, channels: 1, classes: 3 };
const count = 3;

interface Case {
  readonly model: ModelName;
  readonly style: LayerStyle;
  readonly loss: LossName;
}

const styles = [false, true].flatMap((batchNorm) =>
  activationNames.map((activation): LayerStyle => ({ ...plainRelu, activation, batchNorm })),
);

const cases: readonly Case[] = [
  ...lossNames.flatMap((loss) =>
    (['softmax-regression', 'mlp'] as const).map((model) => ({ model, style: plainRelu, loss })),
  ),
  ...modelNames.map((model) => ({ model, style: models[model].style ?? plainRelu, loss: 'cross-entropy' as const })), // prettier-ignore
  ...(['mlp', 'cnn', 'resnet', 'unet'] as const).flatMap((model) =>
    styles.map((style) => ({ model, style, loss: 'mean-squared-error' as const })),
  ),
];

const name = ({ model, style, loss }: Case): string =>
  `${model}, ${style.activation}${style.batchNorm ? ', batch norm' : ''}, ${loss}`;

describe.each(backends)('on $name', (backend) => {
  test.each(cases.map((each) => [name(each), each] as const))(
    'the gradient of %s is that of finite differences',
    async (_name, each) => {
      await backend.activate();
      const { before, gradient, logits } = stepped(backend, each);
      const { images, labels } = batchFor(each.model);
      const inDouble = (layers: readonly DoubleLayer[]): Float64Array =>
        models[each.model].forward(
          new DoubleNet(layers),
          { count, ...input, values: Float64Array.from(images) },
          input.classes,
          each.style,
        ).values;
      const expected = inDouble(before);
      // Normalised over a batch of 3, the activations of a deep model amplify what float32 rounds.
      logits?.forEach((z, i) => expect(z).toBeCloseTo(expected[i] ?? NaN, 4));
      const loss = (layers: readonly DoubleLayer[]): number =>
        meanLoss(each.loss, inDouble(layers), labels);
      expectDirections(before, gradient, loss);
    },
    120_000,
  );
});

function batchFor(model: ModelName): { images: Float32Array; labels: Uint8Array } {
  const random = seeded(11);
  const pixels = input.height * input.width;
  const rows = models[model].task === 'segmentation' ? count * pixels : count;
  return {
    images: Float32Array.from({ length: count * pixels }, () => random.uniform()),
    labels: Uint8Array.from({ length: rows }, () => random.below(input.classes)),
  };
}

/** The tensors before a step of SGD at rate 1, which is the gradient itself, and what it took away. */
function stepped(backend: Backend, { model, style, loss }: Case) {
  const network = new Network(models[model], style, input, backend, seeded(5), 0);
  const { images, labels } = batchFor(model);
  // Without normalisation a prediction is the forward pass of a step.
  const logits = style.batchNorm ? undefined : network.predict({ count, images, labels });
  const before = tensorsOf(network, model, style);
  const push = { loss, factor: 1 / labels.length };
  const plain = wholeOptimizer({ name: 'sgd', learningRate: 1 });
  network.step({ count, images, labels }, push, updateRule(plain, 1, 1, 1));
  const after = tensorsOf(network, model, style);
  network.dispose();
  const gradient = before.map((layer, l) =>
    layer.tensors.map((w, t) => w.map((value, i) => value - (after[l]?.tensors[t]?.[i] ?? NaN))),
  );
  return { before, gradient, logits };
}

function tensorsOf(network: Network, model: ModelName, style: LayerStyle): DoubleLayer[] {
  const specs = declareLayers(models[model], input, style);
  return specs.map((spec, l) => {
    const layer = network.layers[l];
    if (!layer) throw new Error('No layer');
    const tensors = parametersOf(layer).map(({ tensor }) => Float64Array.from(tensor.dataSync()));
    return { spec, tensors };
  });
}

function meanLoss(name: LossName, logits: Float64Array, labels: Uint8Array): number {
  const prediction = new Prediction(input.classes);
  return labels.reduce((sum, label, i) => {
    prediction.fill(logits, i * input.classes, label);
    return sum + losses[name].value(prediction) / labels.length;
  }, 0);
}

/** Along random directions in each tensor, which every element of it has a part in. */
function expectDirections(
  layers: readonly DoubleLayer[],
  gradient: readonly (readonly Float64Array[])[],
  loss: (layers: readonly DoubleLayer[]) => number,
): void {
  const random = seeded(3);
  layers.forEach(({ tensors }, l) =>
    tensors.forEach((values, t) => {
      const measured = gradient[l]?.[t] ?? new Float64Array();
      const direction = values.map(() => random.normal());
      const expected = directionalDerivative(values, direction, () => loss(layers));
      const along = measured.reduce((sum, g, i) => sum + g * (direction[i] ?? NaN), 0);
      const size = Math.sqrt(measured.reduce((sum, g) => sum + g * g, 0));
      // Each weight less its gradient is rounded to float32, by up to 3e-8 of a weight near 1.
      const rounding = 6e-8 * Math.sqrt(values.length);
      expect(Math.abs(along - expected), `layer ${l}, tensor ${t}`).toBeLessThan(2e-5 * size + 3 * rounding); // prettier-ignore
    }),
  );
}

/** By central differences; `values` are left as they were. */
function directionalDerivative(
  values: Float64Array,
  direction: Float64Array,
  loss: () => number,
): number {
  const h = 1e-6;
  const kept = values.slice();
  const at = (step: number): number => {
    values.forEach((_, i) => (values[i] = (kept[i] ?? NaN) + step * (direction[i] ?? NaN)));
    return loss();
  };
  const difference = at(h) - at(-h);
  values.set(kept);
  return difference / (2 * h);
}
