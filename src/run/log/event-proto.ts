import { decodeUtf8, fields } from './protobuf-reader.ts';
import { ProtobufWriter } from './protobuf-writer.ts';
import { decodeSummary, encodeSummary, type SummaryValue } from './summary-proto.ts';

/** TensorBoard's `Event` (tensorflow/core/util/event.proto), as far as a run needs it. */
export interface ProtoEvent {
  /** Seconds since 1970-01-01 UTC. */
  readonly wallTime: number;
  readonly step: number;
  readonly content: EventContent;
}

/** When a record was made. */
export type Occurrence = Pick<ProtoEvent, 'wallTime' | 'step'>;

export type EventContent =
  | { readonly type: 'file-version'; readonly version: string }
  | { readonly type: 'summary'; readonly values: readonly SummaryValue[] }
  /** A kind of record that no run has, such as a graph. */
  | { readonly type: 'other' };

/** What every event file begins with. */
export const fileVersion: EventContent = { type: 'file-version', version: 'brain.Event:2' };

const wallTimeField = 1;
const stepField = 2;
const fileVersionField = 3;
const summaryField = 5;

export function encodeProtoEvent(event: ProtoEvent): Uint8Array {
  const writer = new ProtobufWriter();
  // Proto3 leaves out what has its default.
  if (event.wallTime !== 0) writer.double(wallTimeField, event.wallTime);
  if (event.step !== 0) writer.int64(stepField, event.step);
  encodeContent(writer, event.content);
  return writer.finish();
}

function encodeContent(writer: ProtobufWriter, content: EventContent): void {
  switch (content.type) {
    case 'file-version':
      writer.string(fileVersionField, content.version);
      return;
    case 'summary':
      writer.message(summaryField, encodeSummary(content.values));
      return;
    case 'other':
      return;
  }
}

/** @throws ProtobufError if the bytes are not a message */
export function decodeProtoEvent(bytes: Uint8Array): ProtoEvent {
  let wallTime = 0;
  let step = 0;
  let content: EventContent = { type: 'other' };
  for (const { number, type, value } of fields(bytes)) {
    if (number === wallTimeField && type === 'double') wallTime = value;
    if (number === stepField && type === 'varint') step = value;
    if (type === 'bytes') content = decodeContent(number, value) ?? content;
  }
  return { wallTime, step, content };
}

function decodeContent(field: number, bytes: Uint8Array): EventContent | undefined {
  if (field === fileVersionField) return { type: 'file-version', version: decodeUtf8(bytes) };
  if (field === summaryField) return { type: 'summary', values: decodeSummary(bytes) };
  return undefined;
}
