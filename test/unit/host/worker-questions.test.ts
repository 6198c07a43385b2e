import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LossLabError } from '../../../src/error.ts';
import { datasetSpec } from '../../../src/experiment/datasets/dataset-spec.ts';
import { RunImages } from '../../../src/host/questions/run-images.ts';
import { WorkerQuestions } from '../../../src/host/questions/worker-questions.ts';
import type { ImagesMessage, ReadMessage } from '../../../src/protocol.ts';
import type { Run } from '../../../src/run/run.ts';
import { identity, runOf } from '../make-run.ts';
import { tinyData } from '../training/tiny.ts';
import { FakePlatform } from './fake-worker.ts';

const question: ReadMessage = { type: 'read', dataset: datasetSpec('digits'), seed: 1, data: null };
const images: ImagesMessage = { type: 'images', data: tinyData };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('questions to workers', () => {
  it('are asked one at a time, each of a worker that ends with its answer', async () => {
    const platform = new FakePlatform();
    const workers = new WorkerQuestions(platform);
    const [first, second] = [workers.read(question), workers.read(question)];
    await settled();
    expect(platform.workers.map(({ received }) => received)).toEqual([['read']]);
    platform.worker(0).say(images);
    expect(await first).toBe(images);
    await settled();
    expect(platform.workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    platform.worker(1).say(images);
    expect(await second).toBe(images);
  });

  it('fail with the reason of the worker, with its crash or with its end, and the next is asked all the same', async () => {
    const platform = new FakePlatform();
    const workers = new WorkerQuestions(platform);
    const reasons = [1, 2, 3].map(() => workers.read(question).catch((error: unknown) => error));
    await settled();
    platform.worker(0).say({ type: 'not-answered', reason: { text: 'No such file.' } });
    await settled();
    platform.worker(1).say({ type: 'crashed', error: 'TypeError' });
    await settled();
    platform.worker(2).die('exit code 9');
    const texts = (await Promise.all(reasons)).map((error) =>
      error instanceof LossLabError ? error.message : 'no reason',
    );
    expect(texts[0]).toBe('No such file.');
    expect(texts[1]).toContain('TypeError');
    expect(texts[2]).toContain('exit code 9');
    expect(platform.workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it('end with the window', async () => {
    const platform = new FakePlatform();
    const workers = new WorkerQuestions(platform);
    void workers.read(question).catch(() => undefined);
    const waiting = workers.read(question);
    await settled();
    workers.dispose();
    expect(platform.worker(0).terminated).toBe(true);
    platform.worker(0).die('terminated');
    await expect(waiting).rejects.toThrow(LossLabError);
    expect(platform.workers).toHaveLength(1);
  });
});

describe('the images of runs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const setting = {
    layers: [],
    classes: 3,
    trainCount: 22,
    validationCount: 10,
    stepsPerEpoch: 5,
    backend: 'test',
  };
  const run = (dataset = datasetSpec('digits'), seed = 1): Run =>
    runOf([{ type: 'started', wallTime: 1, step: 0, setting }], identity({}, { dataset, seed }));

  function setUp() {
    const asked: ReadMessage[] = [];
    const read = (message: ReadMessage): Promise<ImagesMessage> => {
      asked.push(message);
      return Promise.resolve(images);
    };
    return { asked, of: new RunImages({ read }, () => Promise.resolve(null)) };
  }

  it('of one data set are read once in a minute, and only the last data set is kept', async () => {
    const { asked, of } = setUp();
    await Promise.all([of.of(run()), of.of(run())]);
    // Nothing is drawn by lot, and augmentation does not change what is looked at.
    await of.of(run(datasetSpec('digits'), 2));
    expect(asked).toHaveLength(1);
    await of.of(run(datasetSpec('mnist')));
    await of.of(run());
    expect(asked.map(({ dataset }) => dataset.name)).toEqual(['digits', 'mnist', 'digits']);
    vi.advanceTimersByTime(60_000);
    await of.of(run());
    expect(asked).toHaveLength(4);
    of.dispose();
  });

  it('that are drawn by the seed are those of the run', async () => {
    const { asked, of } = setUp();
    const dataset = { ...datasetSpec('digits'), labelNoise: 0.1 };
    await of.of(run(dataset, 1));
    await of.of(run(dataset, 2));
    expect(asked.map(({ seed }) => seed)).toEqual([1, 2]);
    of.dispose();
  });

  it('that cannot be read are tried again the next time', async () => {
    let tries = 0;
    const read = (): Promise<ImagesMessage> =>
      tries++ === 0 ? Promise.reject(new Error('gone')) : Promise.resolve(images);
    const of = new RunImages({ read }, () => Promise.resolve(null));
    await expect(of.of(run())).rejects.toThrow('gone');
    expect(await of.of(run())).toBe(tinyData);
    of.dispose();
  });
});
