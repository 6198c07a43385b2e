import { expect, test } from 'vitest';
import { MeasuredBackends, type Memory } from '../../../../src/host/gpu/measured-backends.ts';
import { message } from '../../../../src/l10n.ts';
import type { FromWorker, ToWorker } from '../../../../src/protocol.ts';
import { modelSpec } from '../../../../src/experiment/models/model-spec.ts';
import { identity, runOf } from '../../make-run.ts';
import { FakeWorker } from '../fake-worker.ts';

const nothing = new Uint8Array();

class InMemory implements Memory {
  readonly kept = new Map<string, unknown>();
  get = (key: string): unknown => this.kept.get(key);
  update = (key: string, value: unknown): Promise<void> => {
    this.kept.set(key, value);
    return Promise.resolve();
  };
}

/** A worker that answers the question for its time, or dies without an answer. */
class Timed extends FakeWorker {
  constructor(readonly answer: FromWorker | undefined) {
    super();
  }

  override post(question: ToWorker): void {
    super.post(question);
    queueMicrotask(() => (this.answer ? this.say(this.answer) : this.die('its page was closed')));
  }
}

const at = (imagesPerSecond: number): FromWorker => ({ type: 'timed', imagesPerSecond });
const refused: FromWorker = { type: 'not-answered', reason: message('Software.') };

function setUp(card: FromWorker | undefined, processor: FromWorker, memory = new InMemory()) {
  const asked: string[] = [];
  const measured = new MeasuredBackends(
    memory,
    ({ identity: { spec } }) =>
      Promise.resolve({
        type: 'train',
        spec,
        data: null,
        wasm: { tfjs: nothing, kernels: nothing },
      }),
    () => undefined,
  );
  const workshops = {
    startOnCard: () => (asked.push('card'), new Timed(card)),
    startOnProcessor: () => (asked.push('processor'), new Timed(processor)),
  };
  return { measured, workshops, asked, memory };
}

const run = runOf([]);

test.each([
  ['the card where it is faster', at(2000), at(1000), 'webgl', ['card', 'processor']],
  ['the processor where that is', at(900), at(1000), 'wasm', ['card', 'processor']],
  ['the processor where there is no card, without asking it', refused, at(1), 'wasm', ['card']],
] as const)('remembers %s', async (_, card, processor, faster, order) => {
  const { measured, workshops, asked, memory } = setUp(card, processor);
  expect(measured.fasterFor(run)).toBeUndefined();
  await measured.measure(run, workshops);
  await measured.measure(run, workshops);
  expect(asked).toEqual(order);
  expect(measured.fasterFor(run)).toBe(faster);
  expect(setUp(card, processor, memory).measured.fasterFor(run)).toBe(faster);
});

test('another model is another kind, another seed or loss is not', async () => {
  const { measured, workshops } = setUp(at(2000), at(1000));
  await measured.measure(run, workshops);
  expect(measured.fasterFor(runOf([], identity({}, { seed: 7 })))).toBe('webgl');
  expect(measured.fasterFor(runOf([], identity({}, { model: modelSpec('cnn') })))).toBeUndefined();
});

test('a worker that goes before it has answered leaves nothing remembered', async () => {
  const { measured, workshops, memory } = setUp(undefined, at(1000));
  await measured.measure(run, workshops);
  expect(memory.kept.size).toBe(0);
});

test('what another version may have left in the memory is no answer', () => {
  const { measured, memory } = setUp(at(1), at(1));
  for (const kept of ['webgl', null, { [JSON.stringify([])]: 3 }]) {
    memory.kept.set('lossLab.fasterBackend', kept);
    expect(measured.fasterFor(run)).toBeUndefined();
  }
});
