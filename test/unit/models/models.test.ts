import { describe, expect, test } from 'vitest';
import { models, modelNames, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { declareLayers, weightCount } from '../../../src/experiment/models/layers.ts';
import { buildOf, modelSpec } from '../../../src/experiment/models/model-spec.ts';

const digits = { height: 28, width: 28, channels: 1, classes: 10 };
const scenes = { height: 32, width: 32, channels: 1, classes: 4 };

const layersOf = (name: ModelName): ReturnType<typeof declareLayers> => {
  const { task } = models[name];
  const input = task === 'segmentation' ? scenes : digits;
  return declareLayers(models[name], input, buildOf(modelSpec(name)));
};

test('the CNN on images of 28 by 28 has 20,490 weights and biases', () => {
  expect(layersOf('cnn').map(weightCount)).toEqual([9 * 16, 9 * 16 * 32, 7 * 7 * 32 * 10]);
  expect(layersOf('cnn').map(({ fanIn }) => fanIn)).toEqual([9, 144, 1568]);
});

test('the ResNet has two convolutions a block, and a projection where the sizes change', () => {
  const layers = layersOf('resnet');
  expect(layers.map(({ shape }) => shape.join('×'))).toEqual([
    '3×3×1×16',
    ...['3×3×16×16', '3×3×16×16'],
    ...['3×3×16×32', '1×1×16×32', '3×3×32×32'],
    ...['3×3×32×64', '1×1×32×64', '3×3×64×64'],
    '64×10',
  ]);
  expect(layers.map(({ batchNorm }) => batchNorm)).toEqual([
    ...Array<boolean>(9).fill(true),
    false,
  ]);
});

test('the U-Net puts what a level saw beside what comes up', () => {
  expect(layersOf('unet').map(({ name, shape }) => `${name} ${shape.join('×')}`)).toEqual([
    ...['conv-1 3×3×1×16', 'conv-2 3×3×16×16'],
    ...['conv-3 3×3×16×32', 'conv-4 3×3×32×32'],
    ...['conv-5 3×3×32×64', 'conv-6 3×3×64×64'],
    ...['up-1 2×2×32×64', 'conv-7 3×3×64×32', 'conv-8 3×3×32×32'],
    ...['up-2 2×2×16×32', 'conv-9 3×3×32×16', 'conv-10 3×3×16×16'],
    'conv-11 1×1×16×4',
  ]);
});

describe.each(modelNames)('%s', (name) => {
  test('names its layers once each, and ends in a layer of one unit a class', () => {
    const layers = layersOf(name);
    expect(new Set(layers.map((layer) => layer.name)).size).toBe(layers.length);
    const classes = models[name].task === 'segmentation' ? 4 : 10;
    expect(layers.at(-1)).toMatchObject({ units: classes, batchNorm: false, initializer: 'glorot-uniform' }); // prettier-ignore
  });
});
