import { readFileSync } from 'node:fs';
import { instantiateKernels, type Kernels } from '../../../src/training/backend/kernels.ts';

const binary = new Uint8Array(readFileSync('out/test/kernels.wasm'));
const memory = new WebAssembly.Memory({ initial: 256, maximum: 65536 });
const kernels = instantiateKernels(await WebAssembly.compile(binary), memory);

/** A memory for the kernels without tfjs around it; each heap begins anew at its start. */
export class Heap {
  readonly kernels: Kernels = kernels;
  #end = 1024;

  floats(count: number, values?: ArrayLike<number>): Float32Array {
    const array = new Float32Array(memory.buffer, this.#reserve(4 * count), count).fill(0);
    if (values) array.set(values);
    return array;
  }

  doubles(count: number): Float64Array {
    return new Float64Array(memory.buffer, this.#reserve(8 * count), count).fill(0);
  }

  at(array: Float32Array | Float64Array): number {
    return array.byteOffset;
  }

  #reserve(bytes: number): number {
    const start = this.#end;
    this.#end = (start + bytes + 15) & ~15;
    return start;
  }
}
