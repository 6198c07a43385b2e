import { describe, expect, test } from 'vitest';
import { losses, lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { lossSpec, type LossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { models, modelNames, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { declareLayers } from '../../../src/experiment/models/layers.ts';
import { logitsOf, plainRelu } from '../../../src/experiment/models/model.ts';
import { activationNames, type LayerStyle } from '../../../src/experiment/models/net.ts';
import { randomStreams, seeded } from '../../../src/experiment/random.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { parametersOf } from '../../../src/training/layer.ts';
import type { Network } from '../../../src/training/network.ts';
import { objectiveOf } from '../../../src/training/objectives/objective-of.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { backends } from '../training/backends.ts';
import { buildWith, networkOf } from '../training/network-of.ts';
import { DoubleNet, type DoubleLayer } from './double-net.ts';

// At 8 by 8 pixels the convolutions go by Winograd's tiles; 3 images, since a gradient may be right for 1.
const input = { height: 8, width: 8, channels: 1, classes: 3 };
const count = 3;

interface Case {
  readonly model: ModelName;
  readonly style: LayerStyle;
  readonly loss: LossSpec;
}

const styles = [false, true].flatMap((batchNorm) =>
  activationNames.map((activation): LayerStyle => ({ ...plainRelu, activation, batchNorm })),
);

const cases: readonly Case[] = [
  ...lossNames.flatMap((loss) =>
    (losses[loss].scope === 'label'
      ? (['softmax-regression', 'mlp'] as const)
      : (['unet'] as const)
    ).map((model) => ({ model, style: plainRelu, loss: lossSpec(loss) })),
  ),
  ...modelNames.map((model) => ({ model, style: models[model].style ?? plainRelu, loss: lossSpec('cross-entropy') })), // prettier-ignore
  ...modelNames.map((model) => ({ model, style: { ...plainRelu, dropout: 0.4, initialScale: 2 }, loss: lossSpec('cross-entropy') })), // prettier-ignore
  { model: 'mlp', style: plainRelu, loss: { ...lossSpec('cross-entropy'), batch: 'sum' } },
  { model: 'mlp', style: plainRelu, loss: { ...lossSpec('focal'), classWeights: [1, 2, 0.5] } },
  { model: 'mlp', style: plainRelu, loss: { ...lossSpec('cross-entropy'), parameters: { labelSmoothing: 0.2 } } }, // prettier-ignore
  { model: 'unet', style: plainRelu, loss: { ...lossSpec('mean-squared-error'), classWeights: [1, 2, 0.5] } }, // prettier-ignore
  ...(['mlp', 'cnn', 'resnet', 'unet'] as const).flatMap((model) =>
    styles.map((style) => ({ model, style, loss: lossSpec('mean-squared-error') })),
  ),
];

const name = ({ model, style, loss }: Case): string =>
  `${model}, ${style.activation}${style.batchNorm ? ', batch norm' : ''}${style.dropout > 0 ? ', dropout' : ''}, ${JSON.stringify(loss)}`;

describe.each(backends)('on $name', (backend) => {
  test.each(cases.map((each) => [name(each), each] as const))(
    'the gradient of %s is that of finite differences',
    async (_name, each) => {
      await backend.activate();
      const { before, gradient, logits } = stepped(backend, each);
      const { images, labels } = batchFor(each.model);
      const inDouble = (layers: readonly DoubleLayer[]): Float64Array =>
        logitsOf(
          models[each.model],
          new DoubleNet(layers, randomStreams(5).dropout),
          { count, ...input, values: Float64Array.from(images) },
          input.classes,
          buildWith(each.model, each.style),
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
  const network = networkOf(backend, { model, input, style, loss });
  const { images, labels } = batchFor(model);
  // Without normalisation a prediction is the forward pass of a step.
  const logits =
    style.batchNorm || style.dropout > 0 ? undefined : network.predict({ count, images, labels });
  const before = tensorsOf(network, model, style);
  const plain = wholeOptimizer({ name: 'sgd', learningRate: 1 });
  network.step({ count, images, labels }, updateRule(plain, 1, 1, 1));
  const after = tensorsOf(network, model, style);
  network.dispose();
  const gradient = before.map((layer, l) =>
    layer.tensors.map((w, t) => w.map((value, i) => value - (after[l]?.tensors[t]?.[i] ?? NaN))),
  );
  return { before, gradient, logits };
}

function tensorsOf(network: Network, model: ModelName, style: LayerStyle): DoubleLayer[] {
  const specs = declareLayers(models[model], input, buildWith(model, style));
  return specs.map((spec, l) => {
    const layer = network.layers[l];
    if (!layer) throw new Error('No layer');
    const tensors = parametersOf(layer).map(({ tensor }) => Float64Array.from(tensor.dataSync()));
    return { spec, tensors };
  });
}

/** By the losses' closed forms, which are checked by themselves. */
function meanLoss(loss: LossSpec, logits: Float64Array, labels: Uint8Array): number {
  const train = { labels, labelsPerImage: labels.length / count };
  const objective = objectiveOf(loss, { classes: input.classes, train });
  const sum = objective.each(logits, labels).reduce((total, value) => total + value, 0);
  return sum * objective.batchFactor(objective.examples(labels));
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
