import { beforeEach, describe, expect, test, vi } from 'vitest';
import { askForComparison } from '../../../src/host/new-comparison.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import { FakeQuestion, type Reply } from './fake-question.ts';

const asked: FakeQuestion[] = [];
/** By the text of the question, each time that it is asked; without one what is preset is accepted. */
let replies: Partial<Record<string, Reply[]>>;

vi.mock('vscode', () => {
  const open = (): FakeQuestion =>
    new FakeQuestion((shown) => {
      asked.push(shown);
      return replies[shown.prompt || shown.placeholder]?.shift();
    });
  return {
    window: { createQuickPick: open, createInputBox: open },
    QuickInputButtons: { Back: 'back' },
  };
});

beforeEach(() => {
  asked.length = 0;
  replies = {};
});

const ask = () => askForComparison(translator({}, 'en'));
const questions = (): string[] => asked.map(({ prompt, placeholder }) => prompt || placeholder);
const question = (name: string): FakeQuestion | undefined =>
  asked.find(({ prompt, placeholder }) => name === (prompt || placeholder));

const activation = 'Activation of the hidden layers';
const more = 'Anything more? Pick none to go on';
const start = 'Initial weights of the hidden layers, and batch normalisation';

test('every answer is preset, to the comparison that needs no choice', async () => {
  expect(await ask()).toEqual([
    defaultSpec,
    { ...defaultSpec, loss: lossSpec('mean-squared-error') },
  ]);
  expect(questions().slice(0, 5)).toEqual([
    'Data set',
    'Model',
    activation,
    start,
    'Losses to compare: one run each',
  ]);
  expect(asked.map(({ step, totalSteps }) => [step, totalSteps])).toEqual(
    Array.from({ length: 11 }, (_, index) => [index + 1, 11]),
  );
});

test('the layers are made as a person says, with the model’s own way preset', async () => {
  replies = { Model: ['Deep MLP, 5 × 64 units'], [activation]: ['tanh'] };
  const specs = await ask();
  const style = { ...plainRelu, activation: 'tanh', initializer: 'glorot-uniform' };
  expect(specs?.map(({ model }) => model)).toEqual([
    { ...modelSpec('deep-mlp'), style },
    { ...modelSpec('deep-mlp'), style },
  ]);
  expect(question(start)?.labels).toEqual([
    'He',
    'Glorot',
    'He + batch norm',
    'Glorot + batch norm',
    'All weights 0',
  ]);
  expect(question(start)?.active).toBe('Glorot');
});

test('a model without hidden layers is not asked how they are made', async () => {
  replies = { Model: ['Softmax regression'] };
  const specs = await ask();
  expect(specs?.[0]?.model).toEqual(modelSpec('softmax-regression'));
  expect(questions()).not.toContain(activation);
  expect(asked.at(-1)).toMatchObject({ step: 9, totalSteps: 9 });
});

test('only models for the data set can be chosen, and one of them is preset', async () => {
  replies = { 'Data set': ['Fashion scenes, composed of Fashion-MNIST'] };
  const specs = await ask();
  expect(question('Model')?.labels).toEqual(['U-Net with levels of 16/32/64 channels']);
  expect(specs?.[0]).toMatchObject({
    dataset: { name: 'fashion-scenes' },
    model: modelSpec('unet'),
  });
});

test('a way back leads to the question before, as often as it is taken', async () => {
  replies = { [start]: ['back', 'back'] };
  await ask();
  expect(questions().slice(0, 7)).toEqual([
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
  replies = { [more]: ['Label noise+Cosine schedule+Early stopping'], [noise]: ['0.2'] };
  const [spec] = (await ask()) ?? [];
  expect(spec?.dataset.labelNoise).toBe(0.2);
  expect(spec?.optimizer.schedule).toEqual({ name: 'cosine', warmUp: 0 });
  expect(spec?.earlyStopping).toEqual({ patience: 5, minimumDelta: 0 });
  expect(questions().slice(-3)).toEqual([more, noise, 'Epochs without a better validation loss']);
});

test('what belongs to a loss changes the losses that have it, and is checked with them', async () => {
  const smoothing = 'Label smoothing ε, of the losses that have it';
  replies = {
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
  replies = { 'Data set': ['Fashion scenes, composed of Fashion-MNIST'] };
  await ask();
  expect(question(more)?.labels).not.toContain('Class imbalance');
  asked.length = 0;
  replies = { Model: ['Softmax regression'] };
  await ask();
  expect(question(more)?.labels).not.toContain('Dropout');
});

test('whoever gives up starts nothing', async () => {
  replies = { Optimizer: ['hide'] };
  expect(await ask()).toBeUndefined();
});

describe('The seeds', () => {
  const seed =
    'Seed: decides initial weights and data order; several, as 1, 2, 3 or 1-5, give a run each';

  test('are as many as are typed, each with every loss', async () => {
    replies = { [seed]: ['1, 4-5'] };
    const specs = await ask();
    expect(specs?.map(({ loss, seed }) => `${loss.name} ${seed}`)).toEqual([
      ...['cross-entropy 1', 'cross-entropy 4', 'cross-entropy 5'],
      ...['mean-squared-error 1', 'mean-squared-error 4', 'mean-squared-error 5'],
    ]);
  });

  test('are asked for until they are seeds', async () => {
    replies = { [seed]: ['1-100'] };
    const asking = ask();
    await vi.waitFor(() =>
      expect(question(seed)?.validationMessage).toBe('must be at most 20 seeds'),
    );
    question(seed)?.type('7');
    expect((await asking)?.map(({ seed }) => seed)).toEqual([7, 7]);
  });
});
