import { decodeHistogram, encodeHistogram, type Buckets } from './histogram-proto.ts';
import { decodeUtf8, fields } from './protobuf-reader.ts';
import { ProtobufWriter } from './protobuf-writer.ts';

/** A `Summary.Value` (tensorflow/core/framework/summary.proto) of the kinds that a run has. */
export type SummaryValue =
  /** `simple_value`, a float32. */
  | { readonly type: 'scalar'; readonly tag: string; readonly value: number }
  /** A string tensor without dimensions, of TensorBoard's text plugin. */
  | { readonly type: 'text'; readonly tag: string; readonly text: string }
  /** `histo`. */
  | { readonly type: 'histogram'; readonly tag: string; readonly buckets: Buckets }
  | { readonly type: 'other'; readonly tag: string };

/* Field numbers, by message. */
const summary = { value: 1 };
const summaryValue = { tag: 1, simpleValue: 2, histo: 5, tensor: 8, metadata: 9 };
const summaryMetadata = { pluginData: 1 };
const pluginData = { pluginName: 1 };
const tensorProto = { dtype: 1, shape: 2, stringValue: 8 };
const stringType = 7;

export function encodeSummary(values: readonly SummaryValue[]): ProtobufWriter {
  const writer = new ProtobufWriter();
  for (const value of values) writer.message(summary.value, encodeValue(value));
  return writer;
}

function encodeValue(value: SummaryValue): ProtobufWriter {
  const writer = new ProtobufWriter().string(summaryValue.tag, value.tag);
  switch (value.type) {
    case 'scalar':
      return writer.float(summaryValue.simpleValue, value.value);
    case 'text':
      return writer
        .message(summaryValue.tensor, stringTensor(value.text))
        .message(summaryValue.metadata, pluginMetadata('text'));
    case 'histogram':
      return writer.message(summaryValue.histo, encodeHistogram(value.buckets));
    case 'other':
      return writer;
  }
}

function stringTensor(text: string): ProtobufWriter {
  return new ProtobufWriter()
    .int64(tensorProto.dtype, stringType)
    .message(tensorProto.shape, new ProtobufWriter())
    .string(tensorProto.stringValue, text);
}

function pluginMetadata(plugin: string): ProtobufWriter {
  const data = new ProtobufWriter().string(pluginData.pluginName, plugin);
  return new ProtobufWriter().message(summaryMetadata.pluginData, data);
}

/** @throws ProtobufError if the bytes are not a message */
export function decodeSummary(bytes: Uint8Array): SummaryValue[] {
  const values: SummaryValue[] = [];
  for (const { number, type, value } of fields(bytes)) {
    if (number === summary.value && type === 'bytes') values.push(decodeValue(value));
  }
  return values;
}

function decodeValue(bytes: Uint8Array): SummaryValue {
  let tag = '';
  let scalar: number | undefined;
  let text: string | undefined;
  let buckets: Buckets | undefined;
  for (const { number, type, value } of fields(bytes)) {
    if (number === summaryValue.tag && type === 'bytes') tag = decodeUtf8(value);
    if (number === summaryValue.simpleValue && type === 'float') scalar = value;
    if (number === summaryValue.histo && type === 'bytes') buckets = decodeHistogram(value);
    if (number === summaryValue.tensor && type === 'bytes') text = decodeStringTensor(value);
  }
  if (scalar !== undefined) return { type: 'scalar', tag, value: scalar };
  if (buckets) return { type: 'histogram', tag, buckets };
  return text === undefined ? { type: 'other', tag } : { type: 'text', tag, text };
}

/** Its one string; undefined for a tensor of another type or with several elements. */
function decodeStringTensor(bytes: Uint8Array): string | undefined {
  let dtype = 0;
  const strings: Uint8Array[] = [];
  for (const { number, type, value } of fields(bytes)) {
    if (number === tensorProto.dtype && type === 'varint') dtype = value;
    if (number === tensorProto.stringValue && type === 'bytes') strings.push(value);
  }
  const [only] = strings;
  if (dtype !== stringType || strings.length !== 1 || only === undefined) return undefined;
  return decodeUtf8(only);
}
