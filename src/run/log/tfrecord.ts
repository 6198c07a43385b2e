import { maskedCrc32c } from './crc32c.ts';

/** Length (uint64) and its masked CRC before the data, the data's masked CRC after it; little-endian. */
const headerSize = 12;
const footerSize = 4;

export interface Frame {
  readonly data: Uint8Array;
  /** Of the first byte of the frame. */
  readonly offset: number;
  /** Of the first byte after the frame. */
  readonly end: number;
}

/** Why a sequence of frames ended before its bytes did. */
export type FrameFault = 'truncated' | 'damaged';

export function frame(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerSize + data.length + footerSize);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc32c(bytes.subarray(0, 8)), true);
  bytes.set(data, headerSize);
  view.setUint32(headerSize + data.length, maskedCrc32c(data), true);
  return bytes;
}

/**
 * Every frame up to the first that is cut off or fails its checksum, without copying the data;
 * returns that fault, or undefined at a clean end.
 */
export function* unframe(bytes: Uint8Array): Generator<Frame, FrameFault | undefined> {
  let offset = 0;
  while (offset < bytes.length) {
    const next = readFrame(bytes, offset);
    if (typeof next === 'string') return next;
    yield next;
    offset = next.end;
  }
  return undefined;
}

function readFrame(bytes: Uint8Array, offset: number): Frame | FrameFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, bytes.length - offset);
  if (view.byteLength < headerSize) return 'truncated';
  if (view.getUint32(8, true) !== maskedCrc32c(bytes.subarray(offset, offset + 8)))
    return 'damaged';
  const length = Number(view.getBigUint64(0, true));
  if (view.byteLength - headerSize - footerSize < length) return 'truncated';
  const start = offset + headerSize;
  const data = bytes.subarray(start, start + length);
  if (view.getUint32(headerSize + length, true) !== maskedCrc32c(data)) return 'damaged';
  return { data, offset, end: start + length + footerSize };
}
