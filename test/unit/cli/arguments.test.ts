import { expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { lossSpec, ownLossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { datasetSpec } from '../../../src/experiment/datasets/dataset-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { translator } from '../../../src/l10n.ts';

const english = translator({}, 'en');
const parse = (line: string) => parseArguments(line.split(' ').filter(Boolean), 'C.UTF-8');
const errorsOf = (line: string): string[] => parse(line).errors.map((error) => english(error));

test('without arguments, cross-entropy and MSE are compared by the defaults', () => {
  const { specs, out, json, language } = parse('');
  expect(specs).toEqual([
    defaultSpec,
    { ...defaultSpec, loss: lossSpec('mean-squared-error', 'mean') },
  ]);
  expect({ out, json, language }).toEqual({ out: '.losslab/runs', json: false, language: 'en' });
});

test('every flag reaches the spec', () => {
  const { specs, errors } = parse(
    '--dataset mnist --model softmax-regression --loss binary-cross-entropy --reduction sum --optimizer adam --learning-rate 0.01 --epochs 5 --batch-size 64 --seed 9',
  );
  expect(errors).toEqual([]);
  expect(specs).toEqual([
    {
      dataset: datasetSpec('mnist'),
      model: modelSpec('softmax-regression'),
      loss: lossSpec('binary-cross-entropy', 'sum'),
      optimizer: wholeOptimizer({ name: 'adam', learningRate: 0.01 }),
      epochs: 5,
      batchSize: 64,
      seed: 9,
      earlyStopping: null,
    },
  ]);
});

test('every flag of an optimizer reaches the spec', () => {
  const optimizerOf = (line: string) => parse(line).specs[0]?.optimizer;
  expect(
    optimizerOf(
      '--optimizer adamw --weight-decay 0.1 --l1 0.001 --clip-norm 1 --schedule cosine --warm-up 2.5',
    ),
  ).toEqual({
    name: 'adamw',
    learningRate: 0.001,
    weightDecay: 0.1,
    l1: 0.001,
    clipNorm: 1,
    schedule: { name: 'cosine', warmUp: 2.5 },
  });
  const step = { name: 'step', warmUp: 0, every: 5, factor: 0.1 };
  expect(optimizerOf('--step-every 5')?.schedule).toEqual(step);
  expect(optimizerOf('--warm-up 1')?.schedule).toEqual({ name: 'constant', warmUp: 1 });
});

test('a mistake in an optimizer is told by its flag', () => {
  expect(
    errorsOf(
      '--weight-decay -1 --l1 x --clip-norm 0 --warm-up -1 --step-every 1.5 --step-factor 2',
    ),
  ).toEqual([
    '--weight-decay must be at least 0.',
    '--l1 must be a finite number.',
    '--clip-norm must be greater than 0.',
    '--warm-up must be at least 0.',
    '--step-every must be a whole number.',
    '--step-factor must be at most 1.',
  ]);
  expect(errorsOf('--schedule linear')).toEqual([
    '--schedule must be one of: constant, step, cosine.',
  ]);
  expect(errorsOf('--warm-up 5 --epochs 4')).toEqual([
    '--warm-up must be at most 4, the number of epochs.',
  ]);
});

test('a reduction goes to the losses that have it, and is refused if none has', () => {
  const reductions = parse('--reduction half-sum').specs.map(({ loss }) => loss.reduction);
  expect(reductions).toEqual(['sum', 'half-sum']);
  expect(errorsOf('--loss cross-entropy --reduction half-sum')).toEqual([
    '--reduction must be one of: sum.',
  ]);
});

test('every mistake is told at once, by its flag', () => {
  expect(errorsOf('--epochs 0 --learning-rate abc --batch-size 2.5 --model vgg --sed 1')).toEqual([
    '--sed is not a known option.',
    '1 is not expected.',
    '--model must be one of: softmax-regression, mlp, deep-mlp, cnn, resnet, unet.',
    '--learning-rate must be a finite number.',
    '--epochs must be at least 1.',
    '--batch-size must be a whole number.',
  ]);
  expect(errorsOf('--learning-rate 0 --batch-size 20000')).toContain(
    '--learning-rate must be greater than 0.',
  );
  expect(errorsOf('--batch-size 20000')).toEqual([
    '--batch-size must be at most 10,000, the number of training images.',
  ]);
});

test('the hidden layers are made as the flags say, and otherwise as is usual for the model', () => {
  const [spec] = parse('--model cnn --activation tanh --batch-norm true').specs;
  expect(spec?.model).toEqual({
    ...modelSpec('cnn'),
    style: { ...plainRelu, activation: 'tanh', batchNorm: true },
  });
  const [deep] = parse('--model deep-mlp --initializer he-normal --batch-norm false').specs;
  expect(deep?.model).toEqual({
    ...modelSpec('deep-mlp'),
    style: { ...plainRelu, activation: 'sigmoid' },
  });
});

test('a style that cannot be is told by the flags that gave it', () => {
  expect(errorsOf('--activation gelu --initializer ones --batch-norm yes')).toEqual([
    '--activation must be one of: relu, sigmoid, tanh.',
    '--initializer must be one of: he-normal, glorot-uniform, zeros.',
    '--batch-norm must be true or false.',
  ]);
  expect(errorsOf('--model softmax-regression --activation tanh --batch-norm true')).toEqual([
    '--activation, --batch-norm is of no use: this model has no hidden layer.',
  ]);
});

test('without --model the data set decides, and a model that does not fit it is told', () => {
  expect(parse('--dataset fashion-scenes').specs[0]?.model).toEqual(modelSpec('unet'));
  expect(errorsOf('--dataset fashion-scenes --model cnn')).toEqual([
    '--model does not fit the data set, which takes one of: unet.',
  ]);
});

test('a flag without its value is told', () => {
  expect(errorsOf('--epochs')).toContain('--epochs needs a value.');
});

test('the language is the one asked for, or else the environment’s', () => {
  expect(parseArguments(['--lang', 'zh-cn'], 'en_US.UTF-8').language).toBe('zh-cn');
  expect(parseArguments([], 'zh_CN.UTF-8').language).toBe('zh-cn');
  expect(parseArguments([], 'de_DE.UTF-8').language).toBe('en');
  expect(errorsOf('--lang fr')).toEqual(['--lang must be one of: en, zh-cn.']);
});

test('several seeds give a run each with every loss', () => {
  const { specs, errors } = parse('--seed 2,5-6 --loss cross-entropy,mean-absolute-error');
  expect(errors).toEqual([]);
  expect(specs.map(({ loss, seed }) => `${loss.name} ${seed}`)).toEqual([
    ...['cross-entropy 2', 'cross-entropy 5', 'cross-entropy 6'],
    ...['mean-absolute-error 2', 'mean-absolute-error 5', 'mean-absolute-error 6'],
  ]);
});

test('what is no seed is told once, whatever the losses', () => {
  const seeds = '--seed must be whole numbers from 0 to 4294967295, as in 1 or 1, 2, 3 or 1-5.';
  for (const wrong of ['x', '-1', '1.5', '4294967296', '5-1', '1,,2']) {
    expect(errorsOf(`--seed=${wrong}`)).toEqual([seeds]);
  }
  expect(errorsOf('--seed 1-21')).toEqual(['--seed must be at most 20 seeds.']);
});

test('--patience stops early', () => {
  expect(parse('--patience 3').specs[0]?.earlyStopping).toEqual({ patience: 3, minimumDelta: 0 });
  expect(parse('').specs[0]?.earlyStopping).toBeNull();
  expect(errorsOf('--patience 0')).toEqual(['--patience must be at least 1.']);
  expect(errorsOf('--patience soon')).toEqual(['--patience must be a finite number.']);
});

test('images of one’s own are given by their place, and read as the flags say', () => {
  const ownOf = (line: string) => parse(line).specs[0]?.dataset;
  expect(ownOf('--data photos --size 32x24 --colour')).toMatchObject({
    name: 'own',
    own: { kind: 'image-folder', path: 'photos', height: 32, width: 24, grey: false },
  });
  expect(ownOf('--data a.idx --labels b.idx')?.own).toMatchObject({
    ...{ kind: 'idx', images: 'a.idx', labels: 'b.idx', grey: true },
  });
  expect(ownOf('--data x.npy --labels y.npy')?.own).toMatchObject({ kind: 'npy' });
  expect(ownOf('--data a.csv --size 8×8')?.own).toMatchObject({ kind: 'csv', height: 8 });
  expect(ownOf('--data a.npz')?.own).toMatchObject({ kind: 'npz', path: 'a.npz' });
  const [masked] = parse('--data x --masks y').specs;
  expect(masked?.dataset.own).toMatchObject({ kind: 'mask-folder', images: 'x', masks: 'y' });
  expect(masked?.model.name).toBe('unet');
});

test('a mistake in one’s own images is told once, by its flag', () => {
  expect(errorsOf('--data a.csv')).toEqual(['--size must be given with a.csv.']);
  expect(errorsOf('--data a.npy')).toEqual(['--labels must be given with a.npy.']);
  for (const size of ['8', '8x', '8*8', '8.5x8', '-8x8'])
    expect(errorsOf(`--data a --size=${size}`)).toEqual([
      '--size must be a height and a width in pixels, such as 28x28.',
    ]);
  expect(errorsOf('--data a --size 0x9999')).toEqual([
    '--size must be at least 1.',
    '--size must be at most 4,096.',
  ]);
  expect(errorsOf('--data a --dataset mnist')).toEqual(['--dataset cannot be given with --data.']);
  expect(errorsOf('--dataset own')).toEqual(['--dataset own needs --data.']);
  expect(errorsOf('--labels a --masks b --size 1x1 --colour')).toEqual(
    ['--labels', '--masks', '--size', '--colour'].map((flag) => `${flag} needs --data.`),
  );
  expect(errorsOf('--data a --masks b --model cnn')).toEqual([
    '--model does not fit the data set, which takes one of: unet.',
  ]);
});

test('a loss of one’s own stands alone, or beside those that are named', () => {
  const lossesOf = (line: string) => parse(line).specs.map(({ loss }) => loss);
  expect(lossesOf('--loss-module my.mjs')).toEqual([ownLossSpec('my.mjs')]);
  expect(lossesOf('--loss hinge --loss-module my.mjs')).toEqual([
    lossSpec('hinge'),
    ownLossSpec('my.mjs'),
  ]);
  expect(lossesOf('--loss own,hinge --loss-module my.mjs')).toEqual([
    ownLossSpec('my.mjs'),
    lossSpec('hinge'),
  ]);
  expect(errorsOf('--loss own')).toEqual(['--loss own needs --loss-module.']);
});

test('a run that is continued is given by its folder, and nothing of it can be changed but its length', () => {
  expect(parse('--continue runs/a')).toMatchObject({
    continued: { folder: 'runs/a' },
    specs: [],
    errors: [],
  });
  expect(parse('--continue runs/a --epochs 9').continued).toEqual({ folder: 'runs/a', epochs: 9 });
  expect(errorsOf('--continue runs/a --loss cross-entropy --seed 2 --out x')).toEqual([
    '--loss cannot be given with --continue.',
    '--seed cannot be given with --continue.',
  ]);
  expect(errorsOf('--continue')).toEqual(['--continue needs a value.']);
});

test('--set reaches every setting of an experiment, and says where it is wrong', () => {
  const { specs, errors } = parse(
    '--dataset mnist --loss focal --set dataset.labelNoise=0.4 --set loss.parameters.gamma=1 --set model.size.layers=2 --set loss.classWeights=balanced --set model.style.dropout=0.5',
  );
  expect(errors).toEqual([]);
  expect(specs).toHaveLength(1);
  expect(specs[0]?.dataset).toEqual({ ...datasetSpec('mnist'), labelNoise: 0.4 });
  expect(specs[0]?.loss).toMatchObject({ parameters: { gamma: 1 }, classWeights: 'balanced' });
  expect(specs[0]?.model).toMatchObject({
    size: { layers: 2, units: 128 },
    style: { dropout: 0.5 },
  });
  expect(errorsOf('--set dataset.labelNoise=2 --set epochs --set loss.q=1')).toEqual([
    '--set dataset.labelNoise must be at most 1.',
    '--set loss.q is not a known setting.',
    '--set epochs is not of the form PATH=VALUE, such as dataset.labelNoise=0.4.',
  ]);
});

test('what --set says of one’s own images or loss counts as given', () => {
  const line = '--dataset own --set dataset.own.kind=csv --set dataset.own.path=a.csv';
  const { specs, errors } = parse(
    `${line} --set dataset.own.height=4 --set dataset.own.width=4 --loss own --set loss.module=b.mjs`,
  );
  expect(errors).toEqual([]);
  expect(specs).toMatchObject([
    { dataset: { own: { kind: 'csv', path: 'a.csv' } }, loss: ownLossSpec('b.mjs') },
  ]);
  expect(parse('--data a.csv --size 4x4 --set dataset.own.labelColumn=16').specs[0]).toMatchObject({
    dataset: { own: { kind: 'csv', labelColumn: 16 } },
  });
});

test('an experiment is given whole, by a file or the name of an example', () => {
  expect(parse('--experiment overfitting --out x')).toMatchObject({
    experiment: 'overfitting',
    specs: [],
    errors: [],
  });
  expect(errorsOf('--experiment overfitting --epochs 3')).toEqual([
    '--epochs cannot be given with --experiment.',
  ]);
});

test('a fair comparison is of two losses, by three seeds unless others are given', () => {
  const losses = (line: string) => parse(line).fair?.bases.map(({ loss }) => loss.name);
  expect(losses('--fair')).toEqual(['cross-entropy', 'mean-squared-error']);
  expect(losses('--fair --loss focal,hinge')).toEqual(['focal', 'hinge']);
  expect(parse('--fair').fair?.seeds).toEqual([1, 2, 3]);
  expect(parse('--fair --seed 4,7').fair?.seeds).toEqual([4, 7]);
  expect(parse('').fair).toBeUndefined();
});

test.each([
  ['--fair --loss focal', ['--fair needs two losses in --loss, separated by a comma.']],
  ['--fair --loss focal,focal', ['--fair needs two losses in --loss, separated by a comma.']],
  ['--fair --loss focal,hinge,huber', ['--fair needs two losses in --loss, separated by a comma.']],
  ['--fair --continue folder', ['--fair cannot be given with --continue.']],
  ['--fair --experiment overfitting', ['--fair cannot be given with --experiment.']],
])('%s is refused, and says why', (line, errors) => {
  expect(errorsOf(line)).toEqual(errors);
  expect(parse(line).fair).toBeUndefined();
});
