import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** A cache line: areas begin on one, so that no two threads write to the same. */
const line = 64;

/** A piece of tfjs's heap for a kernel's intermediate values; grows on demand, never shrinks. */
export class Scratch {
  #pointer = 0;
  #bytes = 0;

  constructor(readonly backend: BackendWasm) {}

  /** The addresses of areas of so many bytes, whatever they hold; good until the next call. */
  reserve(...sizes: readonly number[]): number[] {
    const rounded = sizes.map((size) => Math.ceil(size / line) * line);
    let at = this.#whole(rounded.reduce((sum, size) => sum + size, 0));
    return rounded.map((size) => (at += size) - size);
  }

  #whole(bytes: number): number {
    if (bytes > this.#bytes) {
      if (this.#pointer !== 0) this.backend.wasm._free(this.#pointer);
      this.#pointer = allocate(this.backend, bytes + line);
      this.#bytes = bytes;
    }
    return Math.ceil(this.#pointer / line) * line;
  }
}

/** @throws RangeError if the heap cannot grow any more */
export function allocate({ wasm }: BackendWasm, bytes: number): number {
  // A pointer over 2 GB comes back as a negative number.
  const pointer = wasm._malloc(bytes) >>> 0;
  if (pointer === 0) throw new RangeError(`Out of memory: ${bytes} bytes`);
  return pointer;
}
