import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/experiment/parse-spec.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import { lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { optimizerSpec } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';

const t = translator({}, 'en');
const errors = (value: unknown): string[] => {
  const parsed = parseSpec(value);
  return parsed.ok ? [] : parsed.errors.map(({ path, message }) => `${path} ${t(message)}`);
};

describe('parseSpec', () => {
  it('fills what is left out with the defaults', () => {
    expect(parseSpec({})).toEqual({ ok: true, spec: defaultSpec });
    expect(
      parseSpec({ loss: { name: 'mean-squared-error' }, optimizer: { name: 'adam' } }),
    ).toEqual({
      ok: true,
      spec: {
        ...defaultSpec,
        loss: lossSpec('mean-squared-error', 'mean'),
        optimizer: optimizerSpec('adam'),
      },
    });
  });

  it('gives back a whole spec as it is', () => {
    expect(parseSpec(defaultSpec)).toEqual({ ok: true, spec: defaultSpec });
    const withoutStyle = { ...defaultSpec, model: modelSpec('softmax-regression') };
    expect(parseSpec(withoutStyle)).toEqual({ ok: true, spec: withoutStyle });
  });

  it('takes a model by its name, and fills a style with what is usual for the model', () => {
    const modelOf = (value: unknown) => {
      const parsed = parseSpec(value);
      return parsed.ok && parsed.spec.model;
    };
    const glorot = { ...plainRelu, initializer: 'glorot-uniform' };
    const size = { layers: 5, units: 64 };
    expect(modelOf({ model: 'deep-mlp' })).toEqual({
      name: 'deep-mlp',
      size,
      style: { ...glorot, activation: 'sigmoid' },
    });
    const tanh = { size: { units: 9 }, style: { activation: 'tanh' } };
    expect(modelOf({ model: { name: 'deep-mlp', ...tanh } })).toEqual({
      name: 'deep-mlp',
      size: { layers: 5, units: 9 },
      style: { ...glorot, activation: 'tanh' },
    });
    expect(modelOf({ model: { style: { batchNorm: true } } })).toEqual({
      name: 'mlp',
      size: { layers: 1, units: 128 },
      style: { ...plainRelu, batchNorm: true },
    });
  });

  it('takes a model that fits the data set where none is named', () => {
    const parsed = parseSpec({ dataset: 'fashion-scenes' });
    expect(parsed.ok && parsed.spec.model).toEqual(modelSpec('unet'));
  });

  it.each([
    [
      { dataset: 'imagenet' },
      'dataset must be one of: fashion-mnist, mnist, digits, digit-pairs, random-images, fashion-scenes, fashion-recognition, own',
    ],
    [{ model: 'vgg' }, /^model must be one of: softmax-regression, mlp, deep-mlp/],
    [{ model: 'deep-sigmoid-mlp' }, /^model must be one of: softmax-regression, mlp/],
    [{ model: 5 }, 'model must be of type object'],
    [
      { model: { name: 'mlp', style: { activation: 'gelu' } } },
      'model.style.activation must be one of: relu, sigmoid, tanh',
    ],
    [
      { model: { name: 'mlp', style: { initializer: 'ones' } } },
      'model.style.initializer must be one of: he-normal, glorot-uniform, zeros',
    ],
    [
      { model: { name: 'mlp', style: { batchNorm: 'yes' } } },
      'model.style.batchNorm must be true or false',
    ],
    [{ model: { name: 'mlp', style: { dropout: 1 } } }, 'model.style.dropout must be at most 0.95'],
    [
      { model: { name: 'mlp', style: { dropOut: 0.5 } } },
      'model.style.dropOut is not a known setting',
    ],
    [{ loss: { name: 'mean' } }, `loss.name must be one of: ${lossNames.join(', ')}, own`],
    [{ loss: 'mean' }, `loss must be one of: ${lossNames.join(', ')}, own`],
    [
      { loss: { name: 'focal', parameters: { gamma: -1 } } },
      'loss.parameters.gamma must be at least 0',
    ],
    [{ loss: { name: 'focal', parameters: { q: 1 } } }, 'loss.parameters.q is not a known setting'],
    [
      { loss: 'dice' },
      'loss compares regions, so it needs a data set with a class for every pixel',
    ],
    [
      { loss: { name: 'focal', classWeights: 'some' } },
      'loss.classWeights must be "equal", "balanced", or a list of one weight a class, none below 0',
    ],
    [
      { loss: { name: 'focal', classWeights: [1, 2] } },
      'loss.classWeights must have one weight for each of the 10 classes',
    ],
    [
      { dataset: 'fashion-scenes', loss: { name: 'dice', classWeights: 'balanced' } },
      'loss.classWeights is of no use: this loss compares whole regions',
    ],
    [
      { model: { name: 'cnn', size: { units: 3 } } },
      'model.size is of no use: the layers of this model are fixed',
    ],
    [
      { model: { name: 'softmax-regression', style: { activation: 'tanh' } } },
      'model.style is of no use: this model has no hidden layer',
    ],
    [
      { dataset: 'fashion-scenes', model: 'mlp' },
      'model does not fit the data set, which takes one of: unet',
    ],
    [
      { model: 'unet' },
      'model does not fit the data set, which takes one of: softmax-regression, mlp, deep-mlp, cnn, resnet',
    ],
    [{ loss: { name: 'magic' } }, /^loss\.name must be one of: cross-entropy, mean-squared-error/],
    [{ loss: { name: 'cross-entropy', reduction: 'mean' } }, 'loss.reduction must be one of: sum'],
    [
      { optimizer: { name: 'sgd', learningRate: 0 } },
      'optimizer.learningRate must be greater than 0',
    ],
    [
      { optimizer: { name: 'sgd', learningRate: NaN } },
      'optimizer.learningRate must be a finite number',
    ],
    [
      { optimizer: { name: 'sgd', learningRate: Infinity } },
      'optimizer.learningRate must be a finite number',
    ],
    [
      { optimizer: { name: 'sgd', learningRate: '0.1' } },
      'optimizer.learningRate must be a finite number',
    ],
    [{ optimizer: { name: 'lion' } }, /^optimizer\.name must be one of: sgd, momentum, nesterov/],
    [{ optimizer: { name: 'sgd', weightDecay: -0.1 } }, 'optimizer.weightDecay must be at least 0'],
    [{ optimizer: { name: 'sgd', l1: -1 } }, 'optimizer.l1 must be at least 0'],
    [{ optimizer: { name: 'sgd', clipNorm: 0 } }, 'optimizer.clipNorm must be greater than 0'],
    [
      { optimizer: { name: 'sgd', schedule: { name: 'linear' } } },
      'optimizer.schedule.name must be one of: constant, step, cosine',
    ],
    [
      { optimizer: { name: 'sgd', schedule: { warmUp: 1 } } },
      'optimizer.schedule.name must be one of: constant, step, cosine',
    ],
    [
      { optimizer: { name: 'sgd', schedule: { name: 'cosine', every: 3 } } },
      'optimizer.schedule.every is not a known setting',
    ],
    [
      { optimizer: { name: 'sgd', schedule: { name: 'step', every: 0.5 } } },
      'optimizer.schedule.every must be a whole number',
    ],
    [
      { optimizer: { name: 'sgd', schedule: { name: 'step', factor: 2 } } },
      'optimizer.schedule.factor must be at most 1',
    ],
    [
      { optimizer: { name: 'sgd', schedule: { name: 'cosine', warmUp: -1 } } },
      'optimizer.schedule.warmUp must be at least 0',
    ],
    [
      { epochs: 2, optimizer: { name: 'sgd', schedule: { name: 'cosine', warmUp: 3 } } },
      'optimizer.schedule.warmUp must be at most 2, the number of epochs',
    ],
    [
      { optimizer: { name: 'sgd', schedule: 'cosine' } },
      'optimizer.schedule must be of type object',
    ],
    [{ loss: 'own' }, 'loss.module must be of type string'],
    [{ loss: { name: 'own', module: '' } }, 'loss.module must not be empty'],
    [
      { loss: { name: 'own', module: 'a.mjs', classWeights: 'balanced' } },
      'loss.classWeights must be one of: equal',
    ],
    [{ loss: { name: 'focal', module: 'a.mjs' } }, 'loss.module must be of type null'],
    [{ epochs: -1 }, 'epochs must be at least 1'],
    [{ epochs: 1.5 }, 'epochs must be a whole number'],
    [{ epochs: 1e9 }, 'epochs must be at most 100,000'],
    [{ batchSize: 10_001 }, 'batchSize must be at most 10,000, the number of training images'],
    [{ seed: -1 }, 'seed must be at least 0'],
    [{ learningrate: 1 }, 'learningrate is not a known setting'],
    [{ optimizer: { name: 'sgd', rate: 1 } }, 'optimizer.rate is not a known setting'],
    [null, ' must be of type object'],
    ['mlp', ' must be of type object'],
  ])('says what is wrong with %j and where', (value, error) => {
    const [first, ...others] = errors(value);
    if (typeof error === 'string') expect(first).toBe(error);
    else expect(first).toMatch(error);
    expect(others).toEqual([]);
  });

  it('reports every error, not only the first', () => {
    expect(errors({ epochs: 0, batchSize: 0, model: 'vgg' })).toHaveLength(3);
  });
});
