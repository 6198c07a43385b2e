const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;

/** Bytes that are parsed at once: a whole file would not fit in one string, and no one could cancel. */
const blockSize = 2 ** 20;

/**
 * Cuts a CSV file into texts of whole rows, each of `size` bytes or of one row that is longer. A newline
 * between quotes is part of a value (RFC 4180); a doubled quote opens and closes at once.
 */
export function* csvBlocks(bytes: Uint8Array, size = blockSize): Generator<string> {
  const decoder = new TextDecoder();
  let start = 0;
  let end = 0;
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === quote) quoted = !quoted;
    if (byte !== newline || quoted) continue;
    end = i + 1;
    if (end - start < size) continue;
    yield decoder.decode(bytes.subarray(start, end));
    start = end;
  }
  if (start < bytes.length) yield decoder.decode(bytes.subarray(start));
}

/** As many as there are rows, or a few more; a return alone ends a line as a newline does. */
export function countLines(bytes: Uint8Array): number {
  const ended = Math.max(occurrences(bytes, newline), occurrences(bytes, carriageReturn));
  return ended + (bytes.at(-1) === newline ? 0 : 1);
}

function occurrences(bytes: Uint8Array, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) found++;
  return found;
}
