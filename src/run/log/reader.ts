import { count, message, type Message } from '../../l10n.ts';
import type { RunEvent } from '../event.ts';
import { decodeEvent } from './codec.ts';
import { decodeProtoEvent, type ProtoEvent } from './event-proto.ts';
import { ProtobufError } from './protobuf-reader.ts';
import { unframe, type FrameFault } from './tfrecord.ts';

export interface RunLog {
  readonly events: readonly RunEvent[];
  /** Up to the end of the last whole record; equal to the file's size if nothing is wrong. */
  readonly intactBytes: number;
  /** What of the file was left out, and where. */
  readonly problem?: Message;
}

/**
 * The events of an event file up to its first damage. Records that are whole but not ours are
 * passed over. Never throws: whatever the bytes are, the rest is reported.
 */
export function readLog(bytes: Uint8Array): RunLog {
  const events: RunEvent[] = [];
  const foreign: number[] = [];
  let intactBytes = 0;
  const frames = unframe(bytes);
  let next = frames.next();
  for (; next.done !== true; next = frames.next()) {
    const { data, offset, end } = next.value;
    intactBytes = end;
    const record = readRecord(data);
    if (record === undefined) foreign.push(offset);
    else if (record !== 'file-version') events.push(record);
  }
  const problem = describe(next.value, intactBytes, events.length) ?? describeForeign(foreign);
  return problem === undefined ? { events, intactBytes } : { events, intactBytes, problem };
}

function readRecord(data: Uint8Array): RunEvent | 'file-version' | undefined {
  const proto = decodeOrUndefined(data);
  if (proto?.content.type === 'file-version') return 'file-version';
  return proto === undefined ? undefined : decodeEvent(proto);
}

/** A record with a right checksum that is not a message was made by another program. */
function decodeOrUndefined(data: Uint8Array): ProtoEvent | undefined {
  try {
    return decodeProtoEvent(data);
  } catch (error) {
    if (error instanceof ProtobufError) return undefined;
    throw error;
  }
}

function describe(
  fault: FrameFault | undefined,
  offset: number,
  kept: number,
): Message | undefined {
  const args = { offset: count(offset), kept: count(kept) };
  switch (fault) {
    case 'truncated':
      return message(
        'The log ends in the middle of a record, at byte {offset}. Events before it, which are kept: {kept}.',
        args,
      );
    case 'damaged':
      return message(
        'The log is damaged at byte {offset}, and what follows cannot be read. Events before it, which are kept: {kept}.',
        args,
      );
    case undefined:
      return undefined;
  }
}

function describeForeign([first, ...others]: readonly number[]): Message | undefined {
  if (first === undefined) return undefined;
  return message(
    'The log has records that Loss Lab did not write. They were left out: {records}, the first at byte {offset}.',
    { records: count(others.length + 1), offset: count(first) },
  );
}
