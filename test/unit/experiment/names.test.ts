import { expect, test } from 'vitest';
import { modelLabel } from '../../../src/experiment/names.ts';
import { modelNames } from '../../../src/experiment/models/catalogue.ts';
import { models } from '../../../src/experiment/models/catalogue.ts';
import { modelSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';

const t = translator({}, 'en');

test('a model in its usual style has its plain name', () => {
  for (const name of modelNames) expect(modelLabel(modelSpec(name))).toBe(models[name].label);
});

test('a model is named with what of its style is unusual for it, and nothing else', () => {
  const style = { activation: 'tanh', initializer: 'glorot-uniform', batchNorm: false } as const;
  const label = (batchNorm: boolean, name: 'mlp' | 'deep-mlp' | 'resnet'): string =>
    t(modelLabel({ name, style: { ...style, batchNorm } }));
  expect(label(true, 'mlp')).toBe(
    'MLP with one hidden layer of 128 units, tanh, Glorot, batch norm',
  );
  expect(label(false, 'deep-mlp')).toBe('Deep MLP with 5 hidden layers, tanh');
  expect(label(false, 'resnet')).toMatch(/channels, tanh, Glorot, no batch norm$/);
});
