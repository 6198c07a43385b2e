import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/run/event.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { train } from '../../../src/training/trainer.ts';
import { wasm } from './backends.ts';
import { only, tinyData, tinySpec } from './tiny.ts';

const spec = tinySpec('cross-entropy', { epochs: 1000 });
const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs to the end; `act` is called with each event and the control. */
async function trainWith(
  act: (event: RunEvent, control: TrainingControl) => void,
): Promise<RunEvent[]> {
  const control = new TrainingControl();
  const events: RunEvent[] = [];
  for await (const event of train(spec, tinyData, control, wasm)) {
    events.push(event);
    act(event, control);
  }
  return events;
}

test('a stop takes effect before the next batch', async () => {
  const events = await trainWith((event, control) => {
    if (event.type === 'batch' && event.step === 7) control.stop();
  });
  expect(only(events, 'batch').at(-1)?.step).toBe(7);
  expect(events.at(-1)).toMatchObject({ type: 'finished', step: 7, outcome: 'stopped' });
});

test('a message that arrives while it trains is heard within a batch', async () => {
  let stoppedAt = NaN;
  let step = 0;
  const events = await trainWith((event, control) => {
    step = event.step;
    if (event.type !== 'batch' || event.step !== 5) return;
    setTimeout(() => {
      stoppedAt = step;
      control.stop();
    }, 10);
  });
  expect(stoppedAt).toBeGreaterThanOrEqual(5);
  expect(events.at(-1)?.step).toBeLessThanOrEqual(stoppedAt + 1);
});

test('nothing happens between pause and resume, which are both told', async () => {
  const events = await trainWith((event, control) => {
    if (event.type === 'batch' && event.step === 3) control.pause();
    if (event.type === 'paused') setTimeout(() => control.resume(), 50);
    if (event.type === 'batch' && event.step === 4) control.stop();
  });
  const from = events.findIndex(({ type }) => type === 'paused');
  const [paused, resumed, next] = events.slice(from, from + 3);
  expect(paused).toMatchObject({ type: 'paused', step: 3 });
  expect(resumed).toMatchObject({ type: 'resumed', step: 3 });
  expect(next).toMatchObject({ type: 'batch', step: 4 });
  expect((resumed?.wallTime ?? NaN) - (paused?.wallTime ?? NaN)).toBeGreaterThan(0.04);
});

test('a paused training can be stopped, and never says that it went on', async () => {
  const events = await trainWith((event, control) => {
    if (event.type === 'batch' && event.step === 3) control.pause();
    if (event.type === 'paused') setTimeout(() => control.stop(), 5);
  });
  expect(events.map(({ type }) => type)).not.toContain('resumed');
  expect(events.at(-1)).toMatchObject({ outcome: 'stopped', step: 3 });
});

test('a pause and the time of the reader are not counted as training time', async () => {
  const control = new TrainingControl();
  const oneEpoch = tinySpec('cross-entropy', { epochs: 1 });
  const start = performance.now();
  let speed = NaN;
  for await (const event of train(oneEpoch, tinyData, control, wasm)) {
    await wait(20);
    if (event.type === 'epoch' && event.epoch === 1) speed = event.imagesPerSecond ?? NaN;
  }
  const whole = 22 / ((performance.now() - start) / 1000);
  expect(speed).toBeGreaterThan(3 * whole);
});

test('a stop after the last batch leaves the run completed', async () => {
  const control = new TrainingControl();
  const oneEpoch = tinySpec('cross-entropy', { epochs: 1 });
  let last: RunEvent | undefined;
  for await (const event of train(oneEpoch, tinyData, control, wasm)) {
    last = event;
    if (event.type === 'batch' && event.step === 5) control.stop();
  }
  expect(last).toMatchObject({ outcome: 'completed' });
});

test('one step takes one batch of a paused training, which then pauses again', async () => {
  const events = await trainWith((event, control) => {
    if (event.type === 'batch' && event.step === 3) control.pause();
    if (event.type !== 'paused') return;
    if (event.step < 7) setTimeout(() => control.step());
    else control.stop();
  });
  const from = events.findIndex(({ type }) => type === 'paused');
  const told = ['paused', 'resumed', 'batch', 'finished'];
  const steps = events.slice(from).filter(({ type }) => told.includes(type));
  const round = (step: number) => [`resumed ${step - 1}`, `batch ${step}`, `paused ${step}`];
  expect(steps.map(({ type, step }) => `${type} ${step}`)).toEqual([
    'paused 3',
    ...[4, 5, 6, 7].flatMap(round),
    'finished 7',
  ]);
});

test('steps that are asked for faster than they are taken are each taken', async () => {
  const events = await trainWith((event, control) => {
    if (event.type === 'started') control.pause();
    if (event.type === 'paused' && event.step === 0) {
      control.step();
      control.step();
    }
    if (event.type === 'paused' && event.step === 2) control.stop();
  });
  expect(only(events, 'batch').map(({ step }) => step)).toEqual([1, 2]);
  expect(only(events, 'paused').map(({ step }) => step)).toEqual([0, 1, 2]);
});

test('a step asked of a training that is not paused is nothing, also once it is paused', async () => {
  const events = await trainWith((event, control) => {
    if (event.type === 'batch' && event.step === 2) control.step();
    if (event.type === 'batch' && event.step === 3) control.pause();
    if (event.type === 'paused') setTimeout(() => control.stop(), 20);
  });
  expect(events.at(-1)).toMatchObject({ outcome: 'stopped', step: 3 });
});

test('resuming takes back the steps that were still to be taken', async () => {
  const control = new TrainingControl();
  control.pause();
  control.step();
  control.step();
  control.resume();
  control.pause();
  let isWaiting = true;
  const waiting = control.whilePaused().then(() => (isWaiting = false));
  await wait(5);
  expect(isWaiting).toBe(true);
  control.stop();
  await waiting;
});
