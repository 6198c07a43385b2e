import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/run/event.ts';
import { encodeEvent } from '../../../src/run/log/codec.ts';
import { encodeProtoEvent } from '../../../src/run/log/event-proto.ts';
import { readLog } from '../../../src/run/log/reader.ts';
import { frame, unframe } from '../../../src/run/log/tfrecord.ts';
import { LogWriter } from '../../../src/run/log/writer.ts';
import { generator } from './generator.ts';
import { MemoryFile } from './memory-file.ts';
import { sampleEvents } from './sample-events.ts';

const log = written(sampleEvents);
/** Where each record ends; the first is the file's version. */
const ends = [...unframe(log)].map(({ end }) => end);

describe('readLog', () => {
  it('takes an empty file for a run in which nothing has happened', () => {
    expect(readLog(new Uint8Array())).toEqual({ events: [], intactBytes: 0 });
  });

  it('reads a view that does not begin where its buffer does', () => {
    const view = concatenated(Uint8Array.of(1, 2, 3), log).subarray(3);
    expect(readLog(view).events).toEqual(sampleEvents);
  });

  it('keeps every whole record of a file cut off at any byte, and says where it was cut', () => {
    for (let length = 0; length <= log.length; length++) {
      const { events, intactBytes, problem } = readLog(log.subarray(0, length));
      const whole = ends.filter((end) => end <= length);
      expect(intactBytes).toBe(whole.at(-1) ?? 0);
      expect(events).toEqual(sampleEvents.slice(0, Math.max(0, whole.length - 1)));
      expect(problem === undefined).toBe(intactBytes === length);
    }
  });

  it('keeps what is before any wrong bit, and says where it is', () => {
    for (let position = 0; position < log.length; position++) {
      const wrong = Uint8Array.from(log);
      wrong[position] = (wrong[position] ?? 0) ^ (1 << (position % 8));
      const { events, intactBytes, problem } = readLog(wrong);
      const whole = ends.filter((end) => end <= position);
      expect(intactBytes).toBe(whole.at(-1) ?? 0);
      expect(events).toEqual(sampleEvents.slice(0, Math.max(0, whole.length - 1)));
      expect(problem?.args?.['offset']).toEqual({ value: intactBytes, format: 'count' });
    }
  });

  it('never throws on bytes in frames that are right', () => {
    const random = generator(1);
    const data = ends.map((end, index) => log.slice((ends[index - 1] ?? 0) + 12, end - 4));
    for (let round = 0; round < 20_000; round++) {
      const record = Uint8Array.from(data[round % data.length] ?? []);
      for (let flips = 1 + (round % 3); flips > 0; flips--) {
        record[Math.floor(random() * record.length)] = Math.floor(random() * 256);
      }
      const cut = random() < 0.2 ? Math.floor(random() * record.length) : record.length;
      const { intactBytes } = readLog(frame(record.subarray(0, cut)));
      expect(intactBytes).toBe(16 + cut);
    }
  });

  it('does not take the zeros that a loss of power may leave for records', () => {
    const { events, problem } = readLog(concatenated(log, new Uint8Array(100)));
    expect(events).toEqual(sampleEvents);
    expect(problem?.text).toContain('damaged');
  });

  it('passes over a text nested deeper than the stack', () => {
    const nested = '{"setting":'.repeat(100_000) + '1' + '}'.repeat(100_000);
    const values = [{ type: 'text', tag: 'losslab/started', text: nested }] as const;
    const record = encodeProtoEvent({ wallTime: 1, step: 0, content: { type: 'summary', values } });
    expect(readLog(frame(record)).problem?.text).toContain('did not write');
  });

  it('keeps how a run ended when it cannot read why', () => {
    const text =
      '{"outcome":"failed","reason":{"text":"a","args":{"b":{"value":1,"format":"new"}}}}';
    const values = [{ type: 'text', tag: 'losslab/finished', text }] as const;
    const record = encodeProtoEvent({ wallTime: 1, step: 2, content: { type: 'summary', values } });
    expect(readLog(frame(record)).events).toEqual([
      { type: 'finished', wallTime: 1, step: 2, outcome: 'failed' },
    ]);
  });

  it('reads a loss that the log does not have as not measured', () => {
    const proto = encodeEvent(sampleEvents[1] ?? never(), []);
    const values = proto.content.type === 'summary' ? proto.content.values : [];
    const fewer = values.filter(({ tag }) => tag !== 'validation/mean-absolute-error');
    const record = encodeProtoEvent({ ...proto, content: { type: 'summary', values: fewer } });
    const [event] = readLog(frame(record)).events;
    expect(event?.type === 'epoch' && event.validation.losses['mean-absolute-error']).toBeNaN();
  });
});

function written(events: readonly RunEvent[]): Uint8Array {
  const file = new MemoryFile();
  const writer = new LogWriter(file, 'a.tfevents');
  for (const event of events) void writer.append(event);
  return file.bytes;
}

function concatenated(a: Uint8Array, b: Uint8Array): Uint8Array {
  return Uint8Array.from([...a, ...b]);
}

function never(): never {
  throw new Error('The sample has fewer events than the test thinks.');
}
