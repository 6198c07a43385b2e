import { decodeJson, encodeJson } from './json.ts';

/**
 * A message with typed arrays, for a border that carries text and ArrayBuffers alone. The arrays are
 * taken out, each by its place in `buffers`, and what is left is JSON that keeps every number.
 */
export interface Packed {
  readonly json: string;
  readonly buffers: readonly ArrayBuffer[];
}

const kinds = {
  Uint8Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
} as const;

type Kind = keyof typeof kinds;

/** What stands in the JSON for an array; no message has such a member of its own. */
const mark = '$array';

/** @throws TypeError for a typed array of another kind, or a Map or Set, which JSON would make empty */
export function pack(value: unknown): Packed {
  const buffers: ArrayBuffer[] = [];
  return { json: encodeJson(taken(value, buffers)), buffers };
}

/** @throws SyntaxError or TypeError if it is not what `pack` gave */
export function unpack({ json, buffers }: Packed): unknown {
  return put(decodeJson(json), buffers);
}

/** A copy in which each array is replaced by its kind and place. */
function taken(value: unknown, buffers: ArrayBuffer[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return { [mark]: [kindOf(value), keep(value, buffers)] };
  if (Array.isArray(value)) return value.map((item) => taken(item, buffers));
  if (value instanceof Map || value instanceof Set)
    throw new TypeError('A Map or Set in a message');
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, taken(item, buffers)]),
  );
}

/** As an ArrayBuffer of its own: a view of a larger one would carry all of it. */
function keep(view: ArrayBufferView, buffers: ArrayBuffer[]): number {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const isWhole = view.byteLength === view.buffer.byteLength;
  const buffer = isWhole && view.buffer instanceof ArrayBuffer ? view.buffer : bytes.slice().buffer;
  return buffers.push(buffer) - 1;
}

function kindOf(view: ArrayBufferView): Kind {
  const [kind] = Object.entries(kinds).find(([, kind]) => view instanceof kind) ?? [];
  if (kind === undefined) throw new TypeError('A view of a kind that is not packed');
  return kind as Kind;
}

function put(value: unknown, buffers: readonly ArrayBuffer[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => put(item, buffers));
  if (mark in value) return arrayOf(value[mark], buffers);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, put(item, buffers)]));
}

function arrayOf(place: unknown, buffers: readonly ArrayBuffer[]): ArrayBufferView {
  const [kind, index] = Array.isArray(place) ? (place as unknown[]) : [];
  const buffer = buffers[Number(index)];
  if (typeof kind !== 'string' || !(kind in kinds) || !buffer)
    throw new TypeError('A packed message without its array');
  return new kinds[kind as Kind](buffer);
}
