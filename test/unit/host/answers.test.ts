import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromBase64 } from '../../../src/base64.ts';
import { LossLabError } from '../../../src/error.ts';
import { datasets } from '../../../src/experiment/datasets/catalogue.ts';
import {
  datasetSchema,
  datasetSpec,
  wholeDataset,
  type DatasetSpec,
} from '../../../src/experiment/datasets/dataset-spec.ts';
import { loadDataset } from '../../../src/experiment/datasets/load.ts';
import { lossSpec, ownLossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';
import { Answers } from '../../../src/host/questions/answers.ts';
import { message, translator } from '../../../src/l10n.ts';
import { nodePlatform } from '../../../src/platform/node/platform.ts';
import type { Answer, Question } from '../../../src/question.ts';
import { encodeCheckpoint } from '../../../src/run/checkpoint/codec.ts';
import { epochFile, epochName, rowsFiles } from '../../../src/run/outputs/files.ts';
import type { Run } from '../../../src/run/run.ts';
import { RunStore } from '../../../src/run/store.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import type { KeepOutputs } from '../../../src/training/outputs-keeper.ts';
import { train } from '../../../src/training/trainer.ts';
import { shipped } from '../datasets/shipped.ts';
import { identity, runOf, started } from '../make-run.ts';
import { binaries, wasm } from '../training/backends.ts';

const store = new RunStore();
const checkpoints = new Map<string, Uint8Array>();
const outputs = new Map<string, Map<string, Uint8Array>>();
const outputsOf = (id: string): ReadonlyMap<string, Uint8Array> => outputs.get(id) ?? new Map();
const platform = nodePlatform(path.resolve('out/test/worker.cjs'));
const bytes = (name: DatasetSpec['name']) => {
  const files = name === 'own' ? null : datasets[name].files;
  return Promise.resolve(files && shipped(files.folder));
};
const answers = new Answers(store, platform, {
  bytes,
  runFiles: {
    readCheckpoint: (id) => Promise.resolve(checkpoints.get(id)),
    folderOf: (id) => `/runs/${id}`,
    outputsNames: (id) => Promise.resolve([...outputsOf(id).keys()]),
    readOutputs: (id, names) =>
      Promise.resolve(new Map([...outputsOf(id)].filter(([name]) => names.includes(name)))),
  },
  wasm: () => Promise.resolve(binaries),
  explain: (error) =>
    error instanceof LossLabError ? error.reason : message('bug {error}', { error: String(error) }),
});
afterAll(() => answers.dispose());

/** Trains one epoch as a worker does, with its checkpoint where the host keeps it. */
async function trained(id: string, change: Partial<ExperimentSpec>): Promise<Run> {
  const spec = { ...defaultSpec, epochs: 1, ...change };
  const { name } = spec.dataset;
  if (name === 'own') throw new Error('Of the catalogue');
  const data = await loadDataset(name, await bytes(name));
  const events = [];
  const keep = (checkpoint: Parameters<typeof encodeCheckpoint>[0]): void => {
    checkpoints.set(id, encodeCheckpoint(checkpoint));
  };
  const files = new Map<string, Uint8Array>();
  outputs.set(id, files);
  const keepOutputs: KeepOutputs = (of) => {
    for (const [name, content] of rowsFiles(of)) files.set(name, content);
    files.set(epochName(of.epoch), epochFile(of));
  };
  const kept = { keep, keepOutputs };
  for await (const event of train(spec, data, new TrainingControl(), wasm, kept))
    events.push(event);
  const run = runOf(events, identity({ id }, spec));
  store.add([run]);
  return run;
}

async function asked<Type extends Answer['type']>(
  question: Question,
  type: Type,
): Promise<Extract<Answer, { type: Type }>> {
  const answer = await answers.answer(question);
  const isWanted = (of: Answer): of is Extract<Answer, { type: Type }> => of.type === type;
  if (isWanted(answer)) return answer;
  throw new Error(JSON.stringify(answer));
}

const refusal = async (question: Question): Promise<string> =>
  translator({}, 'en')((await asked(question, 'refused')).reason);

const digits = { dataset: datasetSpec('digits'), model: modelSpec('mlp'), batchSize: 32 };
const first = Array.from({ length: 100 }, (_, i) => i);

test('predictions of the last checkpoint are those that the last evaluation told of', async () => {
  const run = await trained('predicted', digits);
  const { examples } = run.evaluations.last ?? { examples: { losses: [], predicted: [] } };
  const { epoch, outcome } = await asked(
    { type: 'predictions', runId: 'predicted', images: first },
    'predictions',
  );
  const pictures = await asked({ type: 'examples', runId: 'predicted', images: first }, 'examples');
  const labels = fromBase64(pictures.pictures.labels);
  if (outcome.kind !== 'classes') throw new Error('Of classes');
  expect(epoch).toBe(1);
  expect(outcome.predicted).toEqual(examples.predicted.slice(0, 100));
  expect(outcome.probabilities).toHaveLength(100);
  outcome.probabilities?.forEach((p, image) => {
    expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    const loss = -Math.log(p[labels[image] ?? -1] ?? NaN);
    expect(Math.abs(loss - (examples.losses[image] ?? NaN))).toBeLessThan(1e-6 * (1 + loss));
  });
});

test('predictions come in the order in which they are asked for', async () => {
  const [forward, backward] = await Promise.all(
    [
      [3, 1, 50],
      [50, 1, 3],
    ].map((images) => asked({ type: 'predictions', runId: 'predicted', images }, 'predictions')),
  );
  const of = (answer: typeof forward): (readonly number[])[] =>
    answer?.outcome.kind === 'classes' ? [...(answer.outcome.probabilities ?? [])] : [];
  expect(of(forward)).toHaveLength(3);
  of(backward)
    .reverse()
    .forEach((p, i) => {
      p.forEach((value, k) => expect(value).toBeCloseTo(of(forward)[i]?.[k] ?? NaN, 6));
    });
});

test('a loss on plain outputs tells classes without probabilities, one on sigmoids those', async () => {
  await trained('linear', { ...digits, loss: lossSpec('mean-squared-error-linear') });
  await trained('binary', { ...digits, loss: lossSpec('binary-cross-entropy') });
  const of = async (runId: string) =>
    (await asked({ type: 'predictions', runId, images: [0] }, 'predictions')).outcome;
  expect(await of('linear')).toMatchObject({ kind: 'classes', probabilities: null });
  const binary = await of('binary');
  const sum = binary.kind === 'classes' ? binary.probabilities?.[0]?.reduce((a, b) => a + b) : NaN;
  expect(sum).toBeGreaterThan(0);
  expect(sum).not.toBeCloseTo(1, 6);
});

test('masks of the last checkpoint have the accuracy that the epoch measured', async () => {
  const dataset = { ...datasetSpec('fashion-scenes'), share: 0.05 };
  const run = await trained('scenes', { dataset, model: modelSpec('unet'), batchSize: 20 });
  const parts = [0, 100, 200, 300].map((from) => first.map((i) => from + i));
  const accuracies: number[] = [];
  for (const images of parts) {
    const { outcome } = await asked(
      { type: 'predictions', runId: 'scenes', images },
      'predictions',
    );
    const { pictures } = await asked({ type: 'examples', runId: 'scenes', images }, 'examples');
    if (outcome.kind !== 'masks') throw new Error('Of masks');
    accuracies.push(...outcome.accuracies);
    // 32 × 32 pixels are shown as they are.
    const [truth, masks] = [fromBase64(pictures.labels), fromBase64(outcome.masks)];
    expect(masks).toHaveLength(100 * 32 * 32);
    const right = masks.slice(0, 1024).filter((label, i) => label === truth[i]).length;
    expect(outcome.accuracies[0]).toBe(right / 1024);
  }
  const mean = accuracies.reduce((sum, value) => sum + value, 0) / 400;
  expect(mean).toBeCloseTo(run.epochs.validation.accuracy.at(-1) ?? NaN, 6);
});

test('examples are the validation images of the data set, a byte a pixel', async () => {
  const { validation } = await loadDataset('digits', await bytes('digits'));
  const question = { type: 'examples', runId: 'predicted', images: [5, 2] } as const;
  const { pictures } = await asked(question, 'examples');
  const { height, width } = validation;
  expect(pictures).toMatchObject({ count: 2, height, width, channels: 1 });
  const pixels = fromBase64(pictures.pixels);
  const size = height * width;
  const expected = [5, 2].flatMap((i) => [...validation.pixels.slice(i * size, (i + 1) * size)]);
  expect([...pixels]).toEqual(expected.map((value) => Math.round(255 * value)));
  expect([...fromBase64(pictures.labels)]).toEqual([validation.labels[5], validation.labels[2]]);
  const { labels } = await asked({ type: 'labels', runId: 'predicted' }, 'labels');
  expect([...fromBase64(labels)]).toEqual([...validation.labels]);
});

test('a point tells the rate of its step and the hardest images as they are trained on', async () => {
  const dataset = { ...datasetSpec('digits'), labelNoise: 0.5 };
  const run = await trained('noisy', { ...digits, dataset });
  const { batch, rate, hardest, pictures } = await asked(
    { type: 'point', runId: 'noisy', step: 3 },
    'point',
  );
  expect(rate).toBe(run.identity.spec.optimizer.learningRate);
  expect(batch).toEqual({ loss: run.batches.loss[2], accuracy: run.batches.accuracy[2] });
  expect(hardest).toEqual({
    images: run.hardest.image.slice(6, 9),
    losses: run.hardest.loss.slice(6, 9),
  });
  if (pictures?.type !== 'examples') throw new Error('With pictures');
  const { train: clean } = await loadDataset('digits', await bytes('digits'));
  expect(pictures.pictures.count).toBe(3);
  const size = clean.height * clean.width;
  const [image = -1] = hardest?.images ?? [];
  expect([...fromBase64(pictures.pictures.pixels).subarray(0, size)]).toEqual(
    [...clean.pixels.subarray(image * size, (image + 1) * size)].map((v) => Math.round(255 * v)),
  );
});

test('a point of a run that tells of whole batches has no hardest images', async () => {
  store.add([runOf([started()], identity({ id: 'bare' }))]);
  const answer = await asked({ type: 'point', runId: 'bare', step: 3 }, 'point');
  expect(answer).toMatchObject({ hardest: null, pictures: null });
});

const margins = (logits: Float32Array, labels: Uint8Array): number[] =>
  [...labels].map((label, row) => {
    const of = [...logits.subarray(row * 10, row * 10 + 10)];
    const rival = Math.max(...of.filter((_, k) => k !== label));
    return (of[label] ?? NaN) - rival;
  });

test('the outputs of an epoch have the accuracy and the losses that the epoch measured', async () => {
  const run = await trained('outputs', { ...digits, epochs: 2 });
  for (const epoch of [0, 1, 2]) {
    const answer = await asked({ type: 'outputs', runId: 'outputs', epoch }, 'outputs');
    expect(answer).toMatchObject({
      ...{ epoch, epochs: [0, 1, 2], classes: 10, stride: 1, labelsPerImage: 1 },
    });
    const labels = fromBase64(answer.labels);
    const logits = new Float32Array(fromBase64(answer.logits).buffer);
    expect(logits).toHaveLength(10 * labels.length);
    const right = margins(logits, labels).filter((margin) => margin > 0).length / labels.length;
    expect(right).toBeCloseTo(run.epochs.validation.accuracy[epoch] ?? NaN, 6);
    if (epoch < 2) continue;
    run.evaluations.last?.examples.losses.forEach((loss, row) => {
      const of = [...logits.subarray(10 * row, 10 * row + 10)];
      const sum = of.reduce((all, z) => all + Math.exp(z), 0);
      const expected = Math.log(sum) - (of[labels[row] ?? -1] ?? NaN);
      expect(Math.abs(loss - expected)).toBeLessThan(1e-6 * (1 + expected));
    });
  }
});

test('outputs of an epoch that was not kept are those of the one before', async () => {
  const of = async (epoch: number) =>
    (await asked({ type: 'outputs', runId: 'outputs', epoch }, 'outputs')).epoch;
  outputs.get('outputs')?.delete(epochName(1));
  expect([await of(0), await of(1), await of(2), await of(999)]).toEqual([0, 0, 2, 2]);
  outputs.get('outputs')?.delete(epochName(0));
  expect(await of(0)).toBe(2);
});

test('outputs that are not there, or are damaged, are refused with the reason', async () => {
  const question = { type: 'outputs', epoch: 1 } as const;
  const running = [started()];
  const end = { type: 'finished', wallTime: 2000, step: 0, outcome: 'completed' } as const;
  store.add([
    runOf(running, identity({ id: 'no-outputs-yet' })),
    runOf([...running, end], identity({ id: 'no-outputs' })),
  ]);
  expect(await refusal({ ...question, runId: 'no-outputs-yet' })).toMatch(/has no outputs yet/);
  expect(await refusal({ ...question, runId: 'no-outputs' })).toMatch(/Train it again to see it/);
  outputs.get('outputs')?.set('labels.npy', Uint8Array.of(7));
  expect(await refusal({ ...question, runId: 'outputs' })).toContain(
    '/runs/outputs/outputs/labels.npy: it is not an NPY file',
  );
});

test('what cannot be answered is refused with the reason', async () => {
  const images = [0];
  expect(await refusal({ type: 'examples', runId: 'gone', images })).toBe(
    'The run has been deleted.',
  );
  expect(await refusal({ type: 'examples', runId: 'predicted', images: [9999] })).toMatch(
    /^There is no image 10,000/,
  );
  // Its setting is not that of the data set.
  store.add([runOf([started()], identity({ id: 'other' }, digits))]);
  expect(await refusal({ type: 'examples', runId: 'other', images })).toMatch(/not those that/);
  expect(await refusal({ type: 'predictions', runId: 'bare', images })).toMatch(
    /no checkpoint yet/,
  );
  store.add([runOf([], identity({ id: 'waiting' }))]);
  expect(await refusal({ type: 'examples', runId: 'waiting', images })).toMatch(/not started/);
  checkpoints.set('damaged', Uint8Array.of(1, 2, 3));
  const spec = store.get('predicted')?.identity.spec;
  const events = store.get('predicted')?.setting;
  if (!spec || !events) throw new Error('It is there');
  store.add([
    runOf(
      [{ type: 'started', wallTime: 1, step: 0, setting: events }],
      identity({ id: 'damaged' }, spec),
    ),
  ]);
  expect(await refusal({ type: 'predictions', runId: 'damaged', images })).toMatch(/safetensors/);
  const own = { kind: 'image-folder', path: '/nowhere' };
  const dataset = wholeDataset(datasetSchema.parse({ own }), 'digits');
  store.add([runOf([started()], identity({ id: 'own' }, { dataset }))]);
  expect(await refusal({ type: 'examples', runId: 'own', images })).toMatch(/nowhere/);
});

test('a run with a loss of its own module predicts without that module', async () => {
  const run = store.get('predicted');
  const checkpoint = checkpoints.get('predicted');
  if (!run?.setting || !checkpoint) throw new Error('It is there');
  checkpoints.set('module', checkpoint);
  const spec = { ...run.identity.spec, loss: ownLossSpec('/nowhere/loss.mjs') };
  const { setting } = run;
  const event = { type: 'started', wallTime: 1, step: 0, setting } as const;
  store.add([runOf([event], identity({ id: 'module' }, spec))]);
  const [own, known] = await Promise.all(
    ['module', 'predicted'].map((runId) =>
      asked({ type: 'predictions', runId, images: [4] }, 'predictions'),
    ),
  );
  expect(own?.outcome).toMatchObject({ kind: 'classes' });
  expect(own?.epoch).toBe(known?.epoch);
});
