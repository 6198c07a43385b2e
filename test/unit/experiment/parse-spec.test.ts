import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/experiment/parse-spec.ts';
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
        loss: { name: 'mean-squared-error', reduction: 'mean' },
        optimizer: { name: 'adam', learningRate: 0.001 },
      },
    });
  });

  it('gives back a whole spec as it is', () => {
    expect(parseSpec(defaultSpec)).toEqual({ ok: true, spec: defaultSpec });
  });

  it.each([
    [{ dataset: 'imagenet' }, 'dataset must be one of: fashion-mnist, mnist'],
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
