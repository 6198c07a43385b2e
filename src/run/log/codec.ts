import type { RunEvent } from '../event.ts';
import { decodeBatch, encodeBatch } from './batch-codec.ts';
import { decodeEpoch, encodeEpoch } from './epoch-codec.ts';
import type { ProtoEvent } from './event-proto.ts';
import { decodeEvaluation, encodeEvaluation } from './evaluation-codec.ts';
import { decodeGradients, encodeGradients } from './gradients-codec.ts';
import { decodeNote, encodeNote } from './note-codec.ts';
import { Scalars } from './scalars.ts';
import type { SummaryValue } from './summary-proto.ts';

/**
 * One RunEvent is one record: what is measured as scalars that TensorBoard plots, everything else
 * as a text of the tag `losslab/<type>`. `decodeEvent` gives back exactly the same event.
 * `layerNames` are those of the run's setting.
 */
export function encodeEvent(event: RunEvent, layerNames: readonly string[]): ProtoEvent {
  const { wallTime, step } = event;
  return { wallTime, step, content: { type: 'summary', values: encodeValues(event, layerNames) } };
}

function encodeValues(event: RunEvent, layerNames: readonly string[]): SummaryValue[] {
  switch (event.type) {
    case 'batch':
      return encodeBatch(event);
    case 'epoch':
      return encodeEpoch(event);
    case 'evaluation':
      return encodeEvaluation(event);
    case 'gradients':
      return encodeGradients(event, layerNames);
    case 'started':
    case 'paused':
    case 'resumed':
    case 'notice':
    case 'finished':
      return [encodeNote(event)];
  }
}

/**
 * The event of a record, or undefined for a record that Loss Lab does not write.
 * The layers of gradients come in the order in which they were written, that of the setting.
 */
export function decodeEvent({ wallTime, step, content }: ProtoEvent): RunEvent | undefined {
  const [first] = content.type === 'summary' ? content.values : [];
  if (content.type !== 'summary' || first === undefined) return undefined;
  if (!Number.isSafeInteger(step)) return undefined;
  const when = { wallTime, step };
  if (first.type === 'text') return decodeNote(first.tag, first.text, when);
  const scalars = new Scalars(content.values);
  return (
    decodeBatch(scalars, when) ??
    decodeEpoch(scalars, when) ??
    decodeEvaluation(scalars, when) ??
    decodeGradients(scalars, when)
  );
}
