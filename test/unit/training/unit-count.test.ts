import { describe, expect, it, test } from 'vitest';
import { models, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { declareLayers } from '../../../src/experiment/models/layers.ts';
import { logitsOf, plainRelu } from '../../../src/experiment/models/model.ts';
import type { Activation } from '../../../src/experiment/models/net.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import type { UnitShare } from '../../../src/run/event.ts';
import { parametersOf } from '../../../src/training/layer.ts';
import type { Network } from '../../../src/training/network.ts';
import { saturatedFrom, UnitCount } from '../../../src/training/unit-count.ts';
import { DoubleNet, type DoubleImages } from '../models/double-net.ts';
import { backends, wasm } from './backends.ts';
import { buildWith, networkOf } from './network-of.ts';
import { eventsOf, only, tinySpec } from './tiny.ts';

const input = { height: 8, width: 8, channels: 1, classes: 3 };
const count = 6;
const random = seeded(11);
const images = Float32Array.from({ length: 64 * count }, () => random.uniform());

describe.each(backends)('on $name', (backend) => {
  test.each([
    ['relu', -1000, 'dead'],
    ['tanh', 9, 'saturated'],
    ['sigmoid', -20, 'saturated'],
  ] as const)('units of %s with a bias of %d are %s, and no others', async (activation, bias, kind) => {
    await backend.activate();
    const network = networkOf(backend, { model: 'mlp', input, style: styled(activation) });
    const saved = new Map(network.save());
    // Of 128 units the first 40; the others get their 1 or 0 from the bias, so that all of them answer.
    const values = Float32Array.from({ length: 128 }, (_, unit) => (unit < 40 ? bias : activation === 'relu' ? 1000 : 0));
    network.restore(saved.set('dense-1.bias', { shape: [128], values }));
    expect(measured(network)).toEqual([{ layer: 'dense-1', kind, share: 40 / 128 }]);
    network.dispose();
  }); // prettier-ignore

  test.each([
    ['mlp', 'relu', 1],
    ['deep-mlp', 'relu', 1],
    ['unet', 'relu', 1],
    ['mlp', 'tanh', 12],
    ['deep-mlp', 'sigmoid', 25],
    ['cnn', 'tanh', 8],
    ['unet', 'sigmoid', 30],
  ] as const)('the shares of %s with %s units are those of double precision', async (model, activation, initialScale) => {
    await backend.activate();
    const style = { ...styled(activation), initialScale };
    const network = networkOf(backend, { model, input, style });
    const expected = inDouble(network, model, style);
    const shares = measured(network);
    network.dispose();
    expect(shares).toEqual(expected);
    // So that there is something to count.
    expect(shares.some(({ share }) => share > 0 && share < 1)).toBe(true);
  }); // prettier-ignore

  it('tells of every evaluation the share of each hidden layer', async () => {
    const events = await eventsOf(tinySpec('cross-entropy', { model: modelSpec('deep-mlp') }), backend); // prettier-ignore
    for (const { units } of only(events, 'evaluation')) {
      expect(units?.map(({ layer, kind }) => `${layer} ${kind}`)).toEqual(
        [1, 2, 3, 4, 5].map((layer) => `dense-${layer} saturated`),
      );
    }
  });
});

test('a model without a hidden layer has no units to tell of', async () => {
  const spec = tinySpec('cross-entropy', { model: modelSpec('softmax-regression') });
  for (const event of only(await eventsOf(spec, wasm), 'evaluation')) {
    expect(event).not.toHaveProperty('units');
  }
});

describe('a count of units', () => {
  it('looks at batches from all over the set, and at no more than five', () => {
    for (const batches of [1, 4, 5, 6, 20, 99]) {
      const units = new UnitCount(batches);
      const looked = Array.from({ length: batches }, () => units.next() !== undefined);
      const seen = looked.filter(Boolean).length;
      expect(seen).toBe(batches <= 5 ? batches : Math.ceil(batches / Math.ceil(batches / 5)));
      expect(looked.lastIndexOf(true)).toBeGreaterThanOrEqual(batches - Math.ceil(batches / 5));
    }
  });

  it('takes a unit that answers once for alive, and so one that gives NaN', () => {
    const units = new UnitCount(2);
    units.next()?.('a', 'relu', Float32Array.of(0, 0, 0, 0), 4);
    units.next()?.('a', 'relu', Float32Array.of(0, 1e-30, NaN, 0), 4);
    expect(units.shares()).toEqual([{ layer: 'a', kind: 'dead', share: 0.5 }]);
  });

  it('goes by the mean distance from the middle of what an activation gives', () => {
    const units = new UnitCount(1);
    // Means of |2σ − 1|: 0.96 on either side, 0.5, and 0.94.
    const rows = [0.99, 0.01, 1, 0.97, 0.97, 0.03, 0.5, 0.97];
    units.next()?.('a', 'sigmoid', Float32Array.from(rows), 4);
    expect(units.shares()).toEqual([{ layer: 'a', kind: 'saturated', share: 0.5 }]);
  });
});

function styled(activation: Activation) {
  return { ...plainRelu, activation, initializer: 'glorot-uniform' } as const;
}

function measured(network: Network): UnitShare[] {
  const units = new UnitCount(2);
  const half = images.length / 2;
  for (const part of [images.subarray(0, half), images.subarray(half)]) {
    const labels = new Uint8Array((count / 2) * (network.model.task === 'segmentation' ? 64 : 1));
    network.measure({ count: count / 2, images: part, labels }, units.next());
  }
  return units.shares();
}

/** By what the definitions say, unit by unit. */
function inDouble(network: Network, model: ModelName, style: ReturnType<typeof styled>) {
  const build = buildWith(model, style);
  const specs = declareLayers(models[model], input, build);
  const layers = specs.map((spec, l) => {
    const layer = network.layers[l];
    if (!layer) throw new Error('No layer');
    return { spec, tensors: parametersOf(layer).map(({ tensor }) => Float64Array.from(tensor.dataSync())) }; // prettier-ignore
  });
  const shares: UnitShare[] = [];
  const net = new DoubleNet(layers, seeded(0), (layer, activation, y) => {
    const kind = activation === 'relu' ? 'dead' : 'saturated';
    const failed = Array.from({ length: y.channels }, (_, unit) => {
      const outputs = ofUnit(y, unit);
      if (kind === 'dead') return outputs.every((value) => value === 0);
      const scaled = outputs.map((value) => Math.abs(activation === 'tanh' ? value : 2 * value - 1));
      return scaled.reduce((sum, value) => sum + value, 0) / scaled.length >= saturatedFrom;
    });
    shares.push({ layer, kind, share: Math.fround(failed.filter(Boolean).length / y.channels) });
  }); // prettier-ignore
  logitsOf(models[model], net, { count, ...input, values: Float64Array.from(images) }, input.classes, build); // prettier-ignore
  return shares;
}

function ofUnit({ values, channels }: DoubleImages, unit: number): number[] {
  return [...values].filter((_, at) => at % channels === unit);
}
