import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/** A piece of tfjs's heap for a kernel's intermediate values; grows on demand, never shrinks. */
export class Scratch {
  #pointer = 0;
  #bytes = 0;

  constructor(readonly backend: BackendWasm) {}

  /** The address of at least `bytes` bytes, whatever they hold; good until the next call. */
  reserve(bytes: number): number {
    if (bytes > this.#bytes) {
      if (this.#pointer !== 0) this.backend.wasm._free(this.#pointer);
      this.#pointer = allocate(this.backend, bytes);
      this.#bytes = bytes;
    }
    return this.#pointer;
  }
}

/** @throws RangeError if the heap cannot grow any more */
export function allocate({ wasm }: BackendWasm, bytes: number): number {
  // A pointer over 2 GB comes back as a negative number.
  const pointer = wasm._malloc(bytes) >>> 0;
  if (pointer === 0) throw new RangeError(`Out of memory: ${bytes} bytes`);
  return pointer;
}
