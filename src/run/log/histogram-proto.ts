import { decodeDoubles, fields } from './protobuf-reader.ts';
import { ProtobufWriter } from './protobuf-writer.ts';

/** A `HistogramProto` (tensorflow/core/framework/summary.proto) as far as TensorBoard draws it. */
export interface Buckets {
  /** How many values, those in no bucket too. */
  readonly total: number;
  /** The upper ends of the buckets, ascending; the first begins at −∞. */
  readonly limits: readonly number[];
  readonly counts: readonly number[];
}

/* Field numbers. */
const histogram = { min: 1, max: 2, num: 3, limits: 6, counts: 7 };

export function encodeHistogram({ total, limits, counts }: Buckets): ProtobufWriter {
  const used = limits.filter((_, i) => (counts[i] ?? 0) > 0);
  return new ProtobufWriter()
    .double(histogram.min, used[0] ?? 0)
    .double(histogram.max, used.at(-1) ?? 0)
    .double(histogram.num, total)
    .doubles(histogram.limits, limits)
    .doubles(histogram.counts, counts);
}

/** @throws ProtobufError if the bytes are not a message */
export function decodeHistogram(bytes: Uint8Array): Buckets {
  let total = 0;
  let limits: number[] = [];
  let counts: number[] = [];
  for (const { number, type, value } of fields(bytes)) {
    if (number === histogram.num && type === 'double') total = value;
    if (number === histogram.limits && type === 'bytes') limits = decodeDoubles(value);
    if (number === histogram.counts && type === 'bytes') counts = decodeDoubles(value);
  }
  return { total, limits, counts };
}
