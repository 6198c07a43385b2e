import { expect, test } from 'vitest';
import type { Checkpoint, SavedTensor } from '../../../src/run/checkpoint/checkpoint.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { translator } from '../../../src/l10n.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { cpuBackend } from '../../../src/training/backend/cpu.ts';
import { noHistory } from '../../../src/training/early-stopping.ts';
import { recovering, type Attempt } from '../../../src/training/recovery.ts';
import { eventsOf, only, tinySpec } from './tiny.ts';

const english = translator({}, 'en');

/** The events of a real training, and its checkpoint 1 after the epoch's evaluation. */
const whole = (await eventsOf(tinySpec('cross-entropy'), cpuBackend)).map((event) => ({
  ...event,
  wallTime: 1,
}));
const endOfFirst = whole.findIndex((event) => event.type === 'evaluation' && event.epoch === 1) + 1;

function checkpoint(epoch: number): Checkpoint {
  const [tensors, order] = [new Map<string, SavedTensor>(), new Uint32Array()];
  return { epoch, step: 5 * epoch, tensors, order, random: {}, validation: noHistory };
}

/** Backends that are lost, one after another, when so many events of an attempt were told. */
async function lostAfter(...counts: number[]): Promise<{ events: RunEvent[]; asked: boolean[] }> {
  const asked: boolean[] = [];
  let [attempts, isLost] = [0, false];
  const backend: Backend = {
    ...cpuBackend,
    device: {
      depth: 1,
      step: () => Promise.reject(new Error('unused')),
      isLost: () => isLost,
      check: () => undefined,
    },
    renew: (wasInVain) => {
      asked.push(wasInVain);
      isLost = false;
      return Promise.resolve(wasInVain ? cpuBackend : backend);
    },
  };
  const attempt: Attempt = async function* (on, from, secure) {
    const limit = on === backend ? (counts[attempts++] ?? Infinity) : Infinity;
    let told = 0;
    const past = from?.epoch === 1 ? endOfFirst : 0;
    for (const [i, event] of whole.entries()) {
      if (i > 0 && i < past) continue;
      if (told++ === limit) {
        isLost = true;
        throw new Error('lost');
      }
      yield event;
      if (i === endOfFirst - 1) secure(checkpoint(1));
      await Promise.resolve();
    }
  };
  const events: RunEvent[] = [];
  for await (const event of recovering(attempt, backend, undefined)) events.push(event);
  return { events, asked };
}

const withoutMoves = (events: readonly RunEvent[]): RunEvent[] =>
  events.filter(({ type }) => type !== 'moved');

test('wherever a device is lost, each event is told once and in its order', async () => {
  for (let count = 0; count < whole.length; count++) {
    const { events } = await lostAfter(count);
    expect(withoutMoves(events)).toEqual(whole);
    // Before it has begun, nothing has moved.
    expect(only(events, 'moved')).toHaveLength(count === 0 ? 0 : 1);
  }
});

test('a device that is lost while it repeats what was told goes on from the same place', async () => {
  const { events, asked } = await lostAfter(endOfFirst + 3, 2);
  expect(withoutMoves(events)).toEqual(whole);
  expect(asked).toEqual([false, true]);
  expect(only(events, 'moved').map(({ reason }) => english(reason))).toEqual([
    'The graphics device was lost after step 8. Training goes on from the end of epoch 1, on the processor.',
    'The graphics device was lost after step 8. Training goes on from the end of epoch 1, on the processor.',
  ]);
});

test('an error of a device that is there is no loss of it', async () => {
  const backend: Backend = { ...cpuBackend, renew: () => Promise.reject(new Error('unused')) };
  const attempt: Attempt = async function* () {
    await Promise.resolve();
    yield* [];
    throw new RangeError('a bug');
  };
  await expect(recovering(attempt, backend, undefined).next()).rejects.toThrow('a bug');
});
