import { decodeHistogram, encodeHistogram, type Buckets } from './histogram-proto.ts';
import { decodeFloats, decodeUtf8, fields } from './protobuf-reader.ts';
import { ProtobufWriter } from './protobuf-writer.ts';

/** A `Summary.Value` (tensorflow/core/framework/summary.proto) of the kinds that a run has. */
export type SummaryValue =
  /** `simple_value`, a float32. */
  | { readonly type: 'scalar'; readonly tag: string; readonly value: number }
  /** A string tensor without dimensions, of TensorBoard's text plugin. */
  | { readonly type: 'text'; readonly tag: string; readonly text: string }
  /** Float32 numbers in a row. */
  | { readonly type: 'tensor'; readonly tag: string; readonly values: readonly number[] }
  /** `histo`. */
  | { readonly type: 'histogram'; readonly tag: string; readonly buckets: Buckets }
  | { readonly type: 'other'; readonly tag: string };

/* Field numbers, by message. */
const summary = { value: 1 };
const summaryValue = { tag: 1, simpleValue: 2, histo: 5, tensor: 8, metadata: 9 };
const summaryMetadata = { pluginData: 1 };
const pluginData = { pluginName: 1 };
const tensorProto = { dtype: 1, shape: 2, content: 4, stringValue: 8 };
const tensorShape = { dimension: 2 };
const dimension = { size: 1 };
const floatType = 1;
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
    case 'tensor':
      return writer.message(summaryValue.tensor, floatTensor(value.values));
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

function floatTensor(values: readonly number[]): ProtobufWriter {
  const size = new ProtobufWriter().int64(dimension.size, values.length);
  return new ProtobufWriter()
    .int64(tensorProto.dtype, floatType)
    .message(tensorProto.shape, new ProtobufWriter().message(tensorShape.dimension, size))
    .floats(tensorProto.content, values);
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
  let tensor: Tensor | undefined;
  let buckets: Buckets | undefined;
  for (const { number, type, value } of fields(bytes)) {
    if (number === summaryValue.tag && type === 'bytes') tag = decodeUtf8(value);
    if (number === summaryValue.simpleValue && type === 'float') scalar = value;
    if (number === summaryValue.histo && type === 'bytes') buckets = decodeHistogram(value);
    if (number === summaryValue.tensor && type === 'bytes') tensor = decodeTensor(value);
  }
  if (scalar !== undefined) return { type: 'scalar', tag, value: scalar };
  if (buckets) return { type: 'histogram', tag, buckets };
  return tensor ? { ...tensor, tag } : { type: 'other', tag };
}

type Tensor =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tensor'; readonly values: readonly number[] };

/** Its one string, or its numbers; undefined for a tensor of another type or with several strings. */
function decodeTensor(bytes: Uint8Array): Tensor | undefined {
  let dtype = 0;
  let content: Uint8Array = new Uint8Array();
  const strings: Uint8Array[] = [];
  for (const { number, type, value } of fields(bytes)) {
    if (number === tensorProto.dtype && type === 'varint') dtype = value;
    if (number === tensorProto.content && type === 'bytes') content = value;
    if (number === tensorProto.stringValue && type === 'bytes') strings.push(value);
  }
  if (dtype === floatType) return { type: 'tensor', values: decodeFloats(content) };
  const [only] = strings;
  if (dtype !== stringType || strings.length !== 1 || only === undefined) return undefined;
  return { type: 'text', text: decodeUtf8(only) };
}
