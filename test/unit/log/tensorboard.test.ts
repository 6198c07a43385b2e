import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeEvent } from '../../../src/run/log/codec.ts';
import {
  decodeProtoEvent,
  encodeProtoEvent,
  type ProtoEvent,
} from '../../../src/run/log/event-proto.ts';
import { readLog } from '../../../src/run/log/reader.ts';
import { frame, unframe } from '../../../src/run/log/tfrecord.ts';
import { sampleEvents } from './sample-events.ts';

/* Against files of TensorBoard's own writer: see make.py beside them. */

describe('an event file that TensorBoard wrote', () => {
  const run = fixture('run.tfevents');
  const layerNames = ['dense-1', 'a/b'];

  it('is read as the events that it was made from', () => {
    expect(readLog(run)).toEqual({ events: sampleEvents, intactBytes: run.length });
  });

  it('has byte for byte the records that we write for the same events', () => {
    const [, ...theirs] = [...unframe(run)].map(({ offset, end }) =>
      hex(run.subarray(offset, end)),
    );
    const ours = sampleEvents.map((event) =>
      hex(frame(encodeProtoEvent(encodeEvent(event, layerNames)))),
    );
    expect(ours).toEqual(theirs);
  });
});

describe('an event file with content that is not ours', () => {
  const foreign = fixture('foreign.tfevents');
  const records = [...unframe(foreign)];
  const decoded = records.map(({ data }) => decodeProtoEvent(data));

  it('is read with steps below 0 and beyond 32 bits', () => {
    const scalar = { type: 'scalar', tag: 'loss', value: 1.5 };
    const summary = { type: 'summary', values: [scalar] };
    expect(decoded.slice(1, 4)).toEqual([
      { wallTime: 1_700_000_006.25, step: -5, content: summary },
      { wallTime: 1_700_000_006.25, step: Number.MAX_SAFE_INTEGER, content: summary },
      { wallTime: 1_700_000_006.25, step: Number.MIN_SAFE_INTEGER, content: summary },
    ]);
  });

  it('is read with text beyond ASCII', () => {
    const text = `Grüße, 世界 👋 ${'long '.repeat(60)}`;
    expect(decoded[4]?.content).toEqual({
      type: 'summary',
      values: [{ type: 'text', tag: 'notes', text }],
    });
  });

  it('is written again byte for byte, as far as it holds scalars and texts', () => {
    const rewritten = decoded.slice(1, 6).map((event: ProtoEvent) => hex(encodeProtoEvent(event)));
    expect(rewritten).toEqual(records.slice(1, 6).map(({ data }) => hex(data)));
  });

  it('gives no events and says where the records that are not ours begin', () => {
    const { events, intactBytes, problem } = readLog(foreign);
    expect(events).toEqual([]);
    expect(intactBytes).toBe(foreign.length);
    expect(problem?.args).toEqual({
      records: { value: records.length - 1, format: 'count' },
      offset: { value: records[0]?.end, format: 'count' },
    });
  });
});

function fixture(name: string): Uint8Array {
  return readFileSync(path.join(import.meta.dirname, '../../fixtures/tensorboard', name));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
