import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { datasetFiles, type DatasetPart } from '../../../src/experiment/datasets/dataset.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import type { FromWorker, TimeMessage, ToWorker } from '../../../src/protocol.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { NodeFileSource } from '../../../src/platform/node/file-source.ts';
import { loadModule } from '../../../src/platform/node/load-module.ts';
import { serve } from '../../../src/training/worker.ts';
import { binaries } from './backends.ts';

const spec = { ...defaultSpec, model: modelSpec('softmax-regression'), epochs: 50 };
const part = (of: DatasetPart): Uint8Array =>
  readFileSync(`media/datasets/${spec.dataset.name}/${datasetFiles[of]}`);
const data = {
  trainImages: part('trainImages'),
  trainLabels: part('trainLabels'),
  validationImages: part('validationImages'),
  validationLabels: part('validationLabels'),
};

/** A host in the same thread; `answer` is what it says to each message of the worker. */
async function host(
  train: Omit<Extract<ToWorker, { type: 'train' }>, 'type'> | TimeMessage,
  answer: (message: FromWorker) => ToWorker | undefined = () => undefined,
): Promise<FromWorker[]> {
  const received: FromWorker[] = [];
  let toWorker: (message: ToWorker) => void = () => undefined;
  const served = serve({
    files: new NodeFileSource('.'),
    loadModule,
    post: (message) => {
      received.push(structuredClone(message));
      const reply = answer(message);
      if (reply) setTimeout(() => toWorker(reply), 0);
    },
    onMessage: (listener) => (toWorker = listener),
  });
  toWorker('type' in train ? train : { type: 'train', ...train });
  await served;
  return received;
}

const english = translator({}, 'en');

const eventsIn = (messages: readonly FromWorker[]): RunEvent[] =>
  messages.flatMap((message) => (message.type === 'events' ? message.events : []));

test('trains what it is told, posts every event, and stops when told', async () => {
  const messages = await host(
    { spec, data, wasm: binaries, backend: 'wasm' as const, threads: 1 },
    (message) => {
      const stepsDone = eventsIn([message]).at(-1)?.step ?? 0;
      return stepsDone > 20 ? { type: 'stop' } : undefined;
    },
  );
  const events = eventsIn(messages);
  const steps = events.filter(({ type }) => type === 'batch').map(({ step }) => step);
  expect(events[0]).toMatchObject({ type: 'started', step: 0 });
  expect(steps).toEqual(steps.map((_, i) => i + 1));
  expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'stopped', step: steps.length });
  expect(steps.length).toBeLessThan(50 * 79);
});

test('pauses and resumes when told', async () => {
  const messages = await host(
    { spec, data, wasm: binaries, backend: 'wasm' as const, threads: 1 },
    (message) => {
      const last = eventsIn([message]).at(-1);
      if (last?.type === 'started') return { type: 'pause' };
      if (last?.type === 'paused') return { type: 'resume' };
      return last?.type === 'resumed' ? { type: 'stop' } : undefined;
    },
  );
  const types = eventsIn(messages).map(({ type }) => type);
  expect(types.indexOf('resumed')).toBe(types.indexOf('paused') + 1);
  expect(types.at(-1)).toBe('finished');
});

test('posts a checkpoint after the events of its epoch, and goes on from it when told', async () => {
  const short = { ...spec, batchSize: 500, epochs: 2 };
  const messages = await host({
    spec: short,
    data,
    wasm: binaries,
    backend: 'wasm' as const,
    threads: 1,
  });
  const at = messages.findIndex(({ type }) => type === 'checkpoint');
  const posted = messages[at];
  if (posted?.type !== 'checkpoint') throw new Error('No checkpoint was posted.');
  expect(posted.epoch).toBe(2);
  expect(posted.kinds).toContain('last');
  expect(eventsIn(messages.slice(0, at)).at(-1)).toMatchObject({
    type: 'evaluation',
    epoch: 2,
  });
  expect(eventsIn(messages.slice(at))).toMatchObject([{ type: 'finished' }]);

  const more = { ...short, epochs: 3 };
  const train = { spec: more, data, wasm: binaries, backend: 'wasm' as const, threads: 1 };
  const rest = eventsIn(await host({ ...train, from: posted.bytes }));
  const whole = eventsIn(await host(train));
  const losses = (events: readonly RunEvent[]): number[] =>
    events.flatMap((event) => (event.type === 'batch' && event.step > 40 ? [event.loss] : []));
  expect(rest[1]).toMatchObject({ type: 'batch', step: 41 });
  expect(losses(rest)).toHaveLength(20);
  expect(losses(rest)).toEqual(losses(whole));
});

test('posts the outputs of every epoch, those of the last one before the end', async () => {
  const short = { ...spec, batchSize: 500, epochs: 2 };
  const messages = await host({
    spec: short,
    data,
    wasm: binaries,
    backend: 'wasm' as const,
    threads: 1,
  });
  const posted = messages.filter((message) => message.type === 'outputs');
  expect(posted.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
  for (const { logits, labels, classes } of posted)
    expect(logits).toHaveLength(labels.length * classes);
  expect(eventsIn(messages.slice(-1))).toMatchObject([{ type: 'finished' }]);
});

test('a damaged checkpoint fails the run with the reason', async () => {
  const from = new Uint8Array(100);
  const messages = await host({
    spec,
    data,
    wasm: binaries,
    backend: 'wasm' as const,
    threads: 1,
    from,
  });
  const [event] = eventsIn(messages);
  expect(event).toMatchObject({ type: 'finished', outcome: 'failed' });
  expect(JSON.stringify(event)).toContain('checkpoint-last.safetensors');
});

test('a damaged data file ends the run as failed, with the file and the reason', async () => {
  const damaged = { ...data, trainImages: data.trainImages.slice(0, 1000) };
  const messages = await host({
    spec,
    data: damaged,
    wasm: binaries,
    backend: 'wasm' as const,
    threads: 1,
  });
  const [event] = eventsIn(messages);
  expect(messages).toHaveLength(1);
  expect(event).toMatchObject({ type: 'finished', outcome: 'failed', step: 0 });
  expect(JSON.stringify(event)).toContain(datasetFiles.trainImages);
});

test('an error that nobody foresaw is told as a crash', async () => {
  // A damaged message: the host checks specs before it sends them.
  const unknown = { ...spec, epochs: 1, optimizer: { ...spec.optimizer, learningRate: NaN } };
  Reflect.deleteProperty(unknown, 'model');
  const messages = await host({
    spec: unknown,
    data,
    wasm: binaries,
    backend: 'wasm' as const,
    threads: 1,
  });
  expect(messages).toMatchObject([{ type: 'crashed' }]);
  expect(JSON.stringify(messages)).toContain('TypeError');
});

test('a host that cannot run the kernels trains on the cpu, and says why', async () => {
  const kernels = new Uint8Array([0, 1, 2, 3]);
  const train = {
    spec,
    data,
    wasm: { ...binaries, kernels },
    backend: 'wasm' as const,
    threads: 1,
  };
  const messages = await host(train, () => ({ type: 'stop' }));
  expect(eventsIn(messages)[0]).toMatchObject({ setting: { backend: 'cpu' } });
  expect(JSON.stringify(eventsIn(messages)[0])).toContain('notice');
});

test('says how fast a training goes on a backend, and trains no further than that takes', async () => {
  const [answer, ...more] = await host({
    type: 'time',
    spec,
    data,
    wasm: binaries,
    backend: 'wasm',
  });
  expect(more).toEqual([]);
  if (answer?.type !== 'timed') throw new Error('It was not timed');
  expect(answer.imagesPerSecond).toBeGreaterThan(0);
  expect(answer.imagesPerSecond).toBeLessThan(Infinity);
});

test('does not time another backend than it was asked for', async () => {
  const [answer] = await host({ type: 'time', spec, data, wasm: binaries, backend: 'webgl' });
  expect(answer?.type === 'not-answered' && english(answer.reason)).toBe(
    'The run trains on the processor. This worker has no WebGL.',
  );
});

test.each([
  ['webgl', 'wasm', 'The run trains on the processor. This worker has no WebGL.'],
  ['cpu', 'cpu', undefined],
] as const)('asked for %s, this host trains on %s and says why', async (backend, name, notice) => {
  const short = { ...spec, epochs: 1, dataset: { ...spec.dataset, share: 0.01 } };
  const messages = await host({ spec: short, data, wasm: binaries, backend, threads: 1 });
  const [started] = eventsIn(messages);
  if (started?.type !== 'started') throw new Error('It did not start');
  expect(started.setting.backend).toBe(name);
  expect(started.setting.notice && english(started.setting.notice)).toBe(notice);
});
