/*
 * A WebAssembly memory can be used by several threads if the modules that declare or import it say so in
 * one bit. tfjs's module is built without it, but nothing in its code depends on it: no thread but one
 * ever calls it, and the helpers call our kernels alone. So the bit is set in the module's bytes.
 *
 * The binary format is that of https://webassembly.github.io/spec/core/binary/modules.html: after 8
 * bytes, sections of an id, a size and a content; sizes and counts are LEB128.
 */
const importSection = 2;
const memorySection = 5;
const importedMemory = 2;
const importedFunction = 0;

/** The bits of a memory's limits: it has a maximum, which sharing needs; it is shared. */
const hasMaximum = 1;
const isShared = 2;

/**
 * The same module, its memory shared.
 * @throws Error if the memory has no maximum, or the module imports more than functions and a memory
 */
export function withSharedMemory(binary: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary);
  const reader = new Reader(bytes);
  for (reader.at = 8; reader.at < bytes.length;) {
    const id = reader.byte();
    const size = reader.number();
    const next = reader.at + size;
    if (id === importSection) shareImport(reader);
    if (id === memorySection && reader.number() > 0) share(bytes, reader.at);
    reader.at = next;
  }
  return bytes;
}

function shareImport(reader: Reader): void {
  for (let left = reader.number(); left > 0; left--) {
    reader.skip(reader.number());
    reader.skip(reader.number());
    const kind = reader.byte();
    if (kind === importedMemory) return share(reader.bytes, reader.at);
    if (kind !== importedFunction) throw new Error(`An import of kind ${kind}`);
    reader.number();
  }
}

function share(bytes: Uint8Array, at: number): void {
  const flags = bytes[at] ?? 0;
  if (!(flags & hasMaximum)) throw new Error('A memory without a maximum cannot be shared');
  bytes[at] = flags | isShared;
}

class Reader {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    let value = 0;
    for (let scale = 1, byte = 0x80; byte & 0x80; scale *= 128) {
      byte = this.byte();
      value += (byte & 0x7f) * scale;
    }
    return value;
  }

  skip(count: number): void {
    this.at += count;
  }
}
