import { encode } from 'fast-png';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { wholeDataset } from '../../../src/experiment/datasets/dataset-spec.ts';
import { wholeOwnData } from '../../../src/experiment/datasets/own/own-data.ts';
import { lossSpec, ownLossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import { NodeFileSource } from '../../../src/platform/node/file-source.ts';
import { loadModule } from '../../../src/platform/node/load-module.ts';
import type { FromWorker, ToWorker } from '../../../src/protocol.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { serve } from '../../../src/training/worker.ts';
import { binaries } from './backends.ts';

/* A whole worker on a person's own images and loss, with a host in the same thread. */

const folder = mkdtempSync(path.join(tmpdir(), 'loss-lab-worker-'));
afterAll(() => rmSync(folder, { recursive: true }));

const perClass = 60;

/** Dark and light images of 4 × 4: two classes that anything tells apart. */
function writeImages(): string {
  for (const [name, grey] of [
    ['dark', 40],
    ['light', 210],
  ] as const) {
    // prettier-ignore
    mkdirSync(path.join(folder, 'set', name), { recursive: true });
    for (let i = 0; i < perClass; i++) {
      const data = Uint8Array.from({ length: 16 }, (_, p) => grey + ((i + p) % 30));
      const png = encode({ height: 4, width: 4, channels: 1, data });
      writeFileSync(path.join(folder, 'set', name, `${i}.png`), png);
    }
  }
  return path.join(folder, 'set');
}

function write(name: string, code: string): string {
  writeFileSync(path.join(folder, name), code);
  return path.join(folder, name);
}

const own = { kind: 'image-folder', path: writeImages(), height: 4, width: 4 } as const;
const spec: ExperimentSpec = {
  ...defaultSpec,
  dataset: wholeDataset({ own: wholeOwnData(own) }, 'mnist'),
  model: modelSpec('softmax-regression'),
  batchSize: 500,
  epochs: 20,
  optimizer: { ...defaultSpec.optimizer, learningRate: 0.5 },
};

async function messagesOf(
  of: ExperimentSpec,
  answer: (message: FromWorker) => ToWorker | undefined = () => undefined,
): Promise<FromWorker[]> {
  const received: FromWorker[] = [];
  let toWorker: (message: ToWorker) => void = () => undefined;
  const served = serve({
    files: new NodeFileSource('/'),
    loadModule,
    post: (message) => {
      received.push(structuredClone(message));
      const reply = answer(message);
      if (reply) setTimeout(() => toWorker(reply), 0);
    },
    onMessage: (listener) => (toWorker = listener),
  });
  toWorker({ type: 'train', spec: of, data: null, wasm: binaries, backend: 'wasm', threads: 1 });
  await served;
  return received;
}

const eventsIn = (messages: readonly FromWorker[]): RunEvent[] =>
  messages.flatMap((message) => (message.type === 'events' ? message.events : []));

const endOf = (messages: readonly FromWorker[]): RunEvent | undefined => eventsIn(messages).at(-1);

function reasonOf(event: RunEvent | undefined): string {
  if (event?.type !== 'finished' || !event.reason) throw new Error('It has no reason');
  return translator({}, 'en')(event.reason);
}

test('a folder of images is read, told of as it is read, and learnt', async () => {
  const messages = await messagesOf(spec);
  const readings = messages.flatMap((message) => (message.type === 'reading' ? [message] : []));
  expect(readings[0]).toEqual({ type: 'reading', done: 0, total: 120 });
  expect(readings.at(-1)).toEqual({ type: 'reading', done: 120, total: 120 });
  expect(readings.map(({ done }) => done)).toEqual(
    readings.map(({ done }) => done).sort((a, b) => a - b),
  );
  expect(messages.findLastIndex(({ type }) => type === 'reading')).toBeLessThan(
    messages.findIndex(({ type }) => type === 'events'),
  );
  const events = eventsIn(messages);
  expect(events[0]).toMatchObject({
    type: 'started',
    setting: { classes: 2, classNames: ['dark', 'light'], trainCount: 96, validationCount: 24 },
  });
  const last = events.findLast((event) => event.type === 'epoch');
  expect(last?.validation.accuracy).toBe(1);
  expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'completed', step: 20 });
});

test('a stop while images are read ends the run as stopped, before it has begun', async () => {
  const messages = await messagesOf(spec, ({ type }) =>
    type === 'reading' ? { type: 'stop' } : undefined,
  );
  expect(eventsIn(messages)).toMatchObject([{ type: 'finished', outcome: 'stopped', step: 0 }]);
  expect(messages.filter(({ type }) => type === 'reading').length).toBeLessThan(50);
  expect(endOf(messages)).not.toHaveProperty('reason');
});

test('an image that cannot be read fails the run with its file', async () => {
  const bad = path.join(folder, 'set', 'dark', 'bad.png');
  writeFileSync(bad, 'no image');
  const end = endOf(await messagesOf(spec));
  rmSync(bad);
  expect(end).toMatchObject({ outcome: 'failed', step: 0 });
  expect(reasonOf(end)).toContain(`${bad}: it is neither PNG nor JPEG.`);
});

test('what does not fit the images fails the run with the setting', async () => {
  const classWeights = [1, 2, 3];
  const weighted = { ...spec, loss: { ...lossSpec('cross-entropy'), classWeights } };
  const end = endOf(await messagesOf(weighted));
  expect(end).toMatchObject({ outcome: 'failed', step: 0 });
  expect(reasonOf(end)).toContain('loss.classWeights: there are 3 weights for 2 classes.');
});

test('a loss in a module trains in the worker as its formula does', async () => {
  const module = write(
    'loss.mjs',
    'export default (tf, y, z) => tf.neg(tf.mean(tf.sum(tf.mul(y, tf.logSoftmax(z)), 1)));',
  );
  const lossesOf = async (loss: ExperimentSpec['loss']): Promise<number[]> =>
    eventsIn(await messagesOf({ ...spec, loss })).flatMap((event) =>
      event.type === 'batch' ? [event.loss] : [],
    );
  const [ours, theirs] = [
    await lossesOf(ownLossSpec(module)),
    await lossesOf(lossSpec('cross-entropy')),
  ];
  expect(ours).toHaveLength(20);
  ours.forEach((loss, i) => expect(loss).toBeCloseTo(theirs[i] ?? NaN, 4));
});

test('a loss that throws fails the run with its line', async () => {
  const module = write('throws.mjs', 'export default () => {\n  throw new Error("no idea");\n};');
  const end = endOf(await messagesOf({ ...spec, loss: ownLossSpec(module) }));
  expect(end).toMatchObject({ outcome: 'failed', step: 0 });
  expect(reasonOf(end)).toBe(`The loss in ${module}: it threw “no idea” at ${module}:2:9.`);
});

test('a loss that throws in the middle of training fails the run there', async () => {
  const module = write(
    'later.mjs',
    'let calls = 0;\nexport default (tf, y, z) => {\n  if (++calls > 200) throw new Error("enough");\n  return tf.mean(tf.square(tf.sub(tf.softmax(z), y)));\n};',
  );
  const end = endOf(await messagesOf({ ...spec, epochs: 200, loss: ownLossSpec(module) }));
  expect(end).toMatchObject({ outcome: 'failed' });
  expect(end?.step).toBeGreaterThan(0);
  expect(reasonOf(end)).toContain('it threw “enough” at');
});
