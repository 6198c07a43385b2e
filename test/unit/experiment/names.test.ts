import { expect, test } from 'vitest';
import { lossLabel, modelDetails, modelLabel } from '../../../src/experiment/names.ts';
import { modelNames } from '../../../src/experiment/models/catalogue.ts';
import { models } from '../../../src/experiment/models/catalogue.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { translator } from '../../../src/l10n.ts';

const t = translator({}, 'en');

test('a model in its usual style has its plain name', () => {
  for (const name of modelNames) {
    const spec = modelSpec(name);
    if (spec.size === null) expect(modelLabel(spec)).toBe(models[name].label);
    expect(modelDetails(spec)).toBeUndefined();
  }
  expect(t(modelLabel(modelSpec('mlp')))).toBe('MLP, 1 × 128 units');
});

test('a model is named with what of its style is unusual for it, and nothing else', () => {
  const style = { ...plainRelu, activation: 'tanh', initializer: 'glorot-uniform' } as const;
  const label = (batchNorm: boolean, name: 'mlp' | 'deep-mlp' | 'resnet'): string =>
    t(modelLabel({ ...modelSpec(name), style: { ...style, batchNorm } }));
  expect(label(true, 'mlp')).toBe('MLP, 1 × 128 units, tanh, Glorot, batch norm');
  expect(label(false, 'deep-mlp')).toBe('Deep MLP, 5 × 64 units, tanh');
  expect(label(false, 'resnet')).toMatch(/channels, tanh, Glorot, no batch norm$/);
});

test('a loss is named with what of it is unusual', () => {
  expect(t(lossLabel(lossSpec('focal')))).toBe('Focal loss');
  const focal = { ...lossSpec('focal'), parameters: { gamma: 1 } };
  expect(t(lossLabel(focal))).toBe('Focal loss, γ = 1');
  const sum = {
    ...lossSpec('mean-squared-error', 'sum'),
    batch: 'sum',
    classWeights: 'balanced',
  } as const;
  expect(t(lossLabel(sum))).toBe(
    'MSE on softmax, sum over classes, sum over the batch, balanced classes',
  );
});

test('dropout, a scale and zeros are part of the name of a model', () => {
  const style = { ...plainRelu, dropout: 0.25, initialScale: 10, initializer: 'zeros' } as const;
  expect(t(modelLabel({ ...modelSpec('cnn'), style }))).toMatch(
    /, all weights 0, initial weights × 10, dropout 25.0 %$|, all weights 0, initial weights × 10, dropout 25.0%$/,
  );
});
