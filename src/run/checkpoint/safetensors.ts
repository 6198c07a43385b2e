import { isObject } from '../../experiment/merge-written.ts';
import { LossLabError } from '../../error.ts';
import { message } from '../../l10n.ts';
import { isCount } from '../log/guards.ts';

/**
 * Named arrays in one file: eight bytes with the length of a JSON header, the header, then the numbers,
 * little-endian as in the memory of every machine that runs VS Code.
 * Format: https://github.com/huggingface/safetensors#format
 */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, NamedArray>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** float32, or int32 for what counts. */
export interface NamedArray {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

const dtypes = { F32: Float32Array, I32: Int32Array } as const;

export function encodeSafetensors({ tensors, metadata }: Safetensors): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { shape, values }] of tensors) {
    const dtype = values instanceof Float32Array ? 'F32' : 'I32';
    header[name] = { dtype, shape, data_offsets: [end, (end += values.byteLength)] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  // Spaces behind the JSON, so that the numbers begin at a multiple of 8.
  const start = 8 + 8 * Math.ceil(json.length / 8);
  const bytes = new Uint8Array(start + end).fill(0x20, 8, start);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(start - 8), true);
  bytes.set(json, 8);
  let at = start;
  for (const { values } of tensors.values()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}

/**
 * The arrays are copies, so that they may lie at any place in `bytes`.
 * @throws LossLabError if the bytes are cut off, damaged, or of another program
 */
export function decodeSafetensors(bytes: Uint8Array): Safetensors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = bytes.length < 8 ? NaN : 8 + Number(view.getBigUint64(0, true));
  const header = start <= bytes.length ? parseJson(bytes.subarray(8, start)) : undefined;
  if (!isObject(header)) throw new LossLabError(message('it is cut off, or not of safetensors'));
  const { __metadata__: metadata = {}, ...entries } = header;
  if (!isStrings(metadata)) throw damaged('__metadata__');
  // Not by `slice`, which of a Buffer of Node is no copy.
  const data = new Uint8Array(bytes.subarray(start));
  const tensors = Object.entries(entries).map(([name, entry]) => {
    return [name, namedArray(name, entry, data)] as const;
  });
  return { tensors: new Map(tensors), metadata };
}

function namedArray(name: string, entry: unknown, data: Uint8Array<ArrayBuffer>): NamedArray {
  if (!isObject(entry)) throw damaged(name);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (dtype !== 'F32' && dtype !== 'I32') throw damaged(name);
  if (!isCounts(shape) || !isCounts(offsets)) throw damaged(name);
  const [from = NaN, to = NaN] = offsets;
  const size = shape.reduce((product, length) => product * length, 1);
  if (from % 4 !== 0 || to - from !== 4 * size || to > data.length) throw damaged(name);
  return { shape, values: new dtypes[dtype](data.buffer, from, size) };
}

function damaged(name: string): LossLabError {
  return new LossLabError(message('its entry “{name}” is damaged or cut off', { name }));
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isCount);
}

function isStrings(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
