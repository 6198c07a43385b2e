import { beforeEach, describe, expect, test, vi } from 'vitest';
import { askForComparison } from '../../../src/host/new-comparison.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import { person } from './fake-question.ts';

vi.mock('vscode', async () => (await import('./fake-question.ts')).person.vscode);

beforeEach(() => person.forget());

const ask = () => askForComparison(translator({}, 'en'));

const activation = 'Activation of the hidden layers';
const more = 'Anything more? Pick none to go on';
const start = 'Initial weights of the hidden layers, and batch normalisation';

test('every answer is preset, to the comparison that needs no choice', async () => {
  expect(await ask()).toEqual([
    defaultSpec,
    { ...defaultSpec, loss: lossSpec('mean-squared-error') },
  ]);
  expect(person.questions.slice(0, 5)).toEqual([
    'Data set',
    'Model',
    activation,
    start,
    'Losses to compare: one run each',
  ]);
  expect(person.asked.map(({ step, totalSteps }) => [step, totalSteps])).toEqual(
    Array.from({ length: 11 }, (_, index) => [index + 1, 11]),
  );
});

test('the layers are made as a person says, with the model’s own way preset', async () => {
  person.replies = { Model: ['Deep MLP, 5 × 64 units'], [activation]: ['tanh'] };
  const specs = await ask();
  const style = { ...plainRelu, activation: 'tanh', initializer: 'glorot-uniform' };
  expect(specs?.map(({ model }) => model)).toEqual([
    { ...modelSpec('deep-mlp'), style },
    { ...modelSpec('deep-mlp'), style },
  ]);
  expect(person.question(start)?.labels).toEqual([
    'He',
    'Glorot',
    'He + batch norm',
    'Glorot + batch norm',
    'All weights 0',
  ]);
  expect(person.question(start)?.active).toBe('Glorot');
});

test('a model without hidden layers is not asked how they are made', async () => {
  person.replies = { Model: ['Softmax regression'] };
  const specs = await ask();
  expect(specs?.[0]?.model).toEqual(modelSpec('softmax-regression'));
  expect(person.questions).not.toContain(activation);
  expect(person.asked.at(-1)).toMatchObject({ step: 9, totalSteps: 9 });
});

test('only models for the data set can be chosen, and one of them is preset', async () => {
  person.replies = { 'Data set': ['Fashion scenes, composed of Fashion-MNIST'] };
  const specs = await ask();
  expect(person.question('Model')?.labels).toEqual(['U-Net with levels of 16/32/64 channels']);
  expect(specs?.[0]).toMatchObject({
    dataset: { name: 'fashion-scenes' },
    model: modelSpec('unet'),
  });
});

test('a way back leads to the question before, as often as it is taken', async () => {
  person.replies = { [start]: ['back', 'back'] };
  await ask();
  expect(person.questions.slice(0, 7)).toEqual([
    'Data set',
    'Model',
    activation,
    start,
    activation,
    start,
    activation,
  ]);
});

test('what is picked beyond is asked for its number, which is checked, and changes the spec', async () => {
  const noise = 'Share of the training labels that are wrong, 0 to 1';
  person.replies = { [more]: ['Label noise+Cosine schedule+Early stopping'], [noise]: ['0.2'] };
  const [spec] = (await ask()) ?? [];
  expect(spec?.dataset.labelNoise).toBe(0.2);
  expect(spec?.optimizer.schedule).toEqual({ name: 'cosine', warmUp: 0 });
  expect(spec?.earlyStopping).toEqual({ patience: 5, minimumDelta: 0 });
  expect(person.questions.slice(-3)).toEqual([
    more,
    noise,
    'Epochs without a better validation loss',
  ]);
});

test('what belongs to a loss changes the losses that have it, and is checked with them', async () => {
  const smoothing = 'Label smoothing ε, of the losses that have it';
  person.replies = {
    [more]: ['Balanced class weights+Label smoothing+Depth+Width'],
    [smoothing]: ['0.2'],
    'Hidden layers': ['3'],
  };
  const [first, second] = (await ask()) ?? [];
  expect(first?.loss).toEqual({
    ...lossSpec('cross-entropy'),
    parameters: { labelSmoothing: 0.2 },
    classWeights: 'balanced',
  });
  expect(second?.loss).toEqual({ ...lossSpec('mean-squared-error'), classWeights: 'balanced' });
  expect(first?.model.size).toEqual({ layers: 3, units: 256 });
});

test('what does not go with the data or the model is not offered', async () => {
  person.replies = { 'Data set': ['Fashion scenes, composed of Fashion-MNIST'] };
  await ask();
  expect(person.question(more)?.labels).not.toContain('Class imbalance');
  person.forget();
  person.replies = { Model: ['Softmax regression'] };
  await ask();
  expect(person.question(more)?.labels).not.toContain('Dropout');
});

test('whoever gives up starts nothing', async () => {
  person.replies = { Optimizer: ['hide'] };
  expect(await ask()).toBeUndefined();
});

describe('The seeds', () => {
  const seed =
    'Seed: decides initial weights and data order; several, as 1, 2, 3 or 1-5, give a run each';

  test('are as many as are typed, each with every loss', async () => {
    person.replies = { [seed]: ['1, 4-5'] };
    const specs = await ask();
    expect(specs?.map(({ loss, seed }) => `${loss.name} ${seed}`)).toEqual([
      ...['cross-entropy 1', 'cross-entropy 4', 'cross-entropy 5'],
      ...['mean-squared-error 1', 'mean-squared-error 4', 'mean-squared-error 5'],
    ]);
  });

  test('are asked for until they are seeds', async () => {
    person.replies = { [seed]: ['1-100'] };
    const asking = ask();
    await vi.waitFor(() =>
      expect(person.question(seed)?.validationMessage).toBe('must be at most 20 seeds'),
    );
    person.question(seed)?.type('7');
    expect((await asking)?.map(({ seed }) => seed)).toEqual([7, 7]);
  });
});
