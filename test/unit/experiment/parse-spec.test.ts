import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/experiment/parse-spec.ts';
import { defaultSpec, modelSpec } from '../../../src/experiment/spec.ts';
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
        loss: { name: 'mean-squared-error', reduction: 'mean' },
        optimizer: { name: 'adam', learningRate: 0.001 },
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
    const glorot = { initializer: 'glorot-uniform', batchNorm: false };
    expect(modelOf({ model: 'deep-mlp' })).toEqual({
      name: 'deep-mlp',
      style: { activation: 'sigmoid', ...glorot },
    });
    expect(modelOf({ model: { name: 'deep-mlp', style: { activation: 'tanh' } } })).toEqual({
      name: 'deep-mlp',
      style: { activation: 'tanh', ...glorot },
    });
    expect(modelOf({ model: { style: { batchNorm: true } } })).toEqual({
      name: 'mlp',
      style: { activation: 'relu', initializer: 'he-normal', batchNorm: true },
    });
  });

  it('takes a model that fits the data set where none is named', () => {
    const parsed = parseSpec({ dataset: 'fashion-scenes' });
    expect(parsed.ok && parsed.spec.model).toEqual(modelSpec('unet'));
  });

  it.each([
    [
      { dataset: 'imagenet' },
      'dataset must be one of: fashion-mnist, mnist, digits, random-images, fashion-scenes, fashion-recognition',
    ],
    [{ model: 'vgg' }, /^model\.name must be one of: softmax-regression, mlp, deep-mlp/],
    [{ model: 'deep-sigmoid-mlp' }, /^model\.name must be one of: softmax-regression, mlp/],
    [{ model: 5 }, 'model must be of type object'],
    [
      { model: { name: 'mlp', style: { activation: 'gelu' } } },
      'model.style.activation must be one of: relu, sigmoid, tanh',
    ],
    [
      { model: { name: 'mlp', style: { initializer: 'zeros' } } },
      'model.style.initializer must be one of: he-normal, glorot-uniform',
    ],
    [
      { model: { name: 'mlp', style: { batchNorm: 'yes' } } },
      'model.style.batchNorm must be true or false',
    ],
    [
      { model: { name: 'mlp', style: { dropout: 0.5 } } },
      'model.style.dropout is not a known setting',
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
