import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { geometryFields, type Geometry } from './geometry.ts';
import type { KernelName, Kernels } from './kernels.ts';
import { allocate, Scratch } from './scratch.ts';
import type { Team } from './team.ts';

/** Parts that a task is cut into if it is large: enough for any team, few enough to hand out quickly. */
const mostParts = 16;

/** Floats that a part of a pass over memory has at least: a few microseconds. */
const leastFloats = 2 ** 14;

/** tfjs's wasm backend with our kernels as guests in its memory. */
export class WasmHost {
  readonly scratch: Scratch;
  readonly #geometry: number;

  constructor(
    readonly backend: BackendWasm,
    readonly memory: WebAssembly.Memory,
    readonly kernels: Kernels,
    readonly team: Team,
  ) {
    this.scratch = new Scratch(backend);
    this.#geometry = allocate(backend, 64);
  }

  /** Where a float32 tensor lies. */
  pointer({ dataId, dtype }: tf.TensorInfo): number {
    if (dtype !== 'float32') throw new Error(`Our kernels take no ${dtype}`);
    return this.backend.getMemoryOffset(dataId);
  }

  /** A float32 tensor that holds anything. */
  output(shape: readonly number[]): tf.TensorInfo {
    return this.backend.makeOutput([...shape], 'float32');
  }

  /** The address of a geometry for a kernel; good until the next call. */
  write(geometry: Geometry): number {
    // A new view each time: growing the memory takes the old buffer away.
    const fields = geometryFields(geometry);
    new Int32Array(this.memory.buffer, this.#geometry, fields.length).set(fields);
    return this.#geometry;
  }

  /**
   * Calls a kernel on `units` units, at most `perPart` a call, by all threads.
   * @param scratch the address of `threads` areas of `scratchBytes` each
   */
  each(
    kernel: KernelName,
    args: readonly number[],
    { units, perPart }: { readonly units: number; readonly perPart: number },
    scratch = 0,
    scratchBytes = 0,
  ): void {
    this.team.run({ kernel, args, units, perPart, scratch, scratchBytes: aligned(scratchBytes) });
  }

  /** The bytes of `each`'s scratch for all threads. */
  forAll(scratchBytes: number): number {
    return this.team.maxThreads * aligned(scratchBytes);
  }

  /** Registers a kernel of tfjs on this backend, in place of its own if it has one. `setupFunc` runs before. */
  register(
    kernelName: string,
    kernelFunc: tf.KernelFunc,
    setupFunc?: tf.KernelConfig['setupFunc'],
  ): void {
    const theirs = tf.getKernelsForBackend('wasm');
    if (theirs.some((kernel) => kernel.kernelName === kernelName)) {
      tf.unregisterKernel(kernelName, 'wasm');
    }
    tf.registerKernel({
      kernelName,
      backendName: 'wasm',
      kernelFunc,
      ...(setupFunc && { setupFunc }),
    });
  }
}

/**
 * `units` cut into parts of at least `least`. It must not depend on the number of threads: where parts
 * are summed up, the cut decides how the sum is rounded.
 */
export function cut(units: number, least: number): { units: number; perPart: number } {
  return { units, perPart: Math.max(1, Math.ceil(least), Math.ceil(units / mostParts)) };
}

/** The same for rows of `width` floats that are passed over once: a part has some 16,000 at least. */
export function cutRows(rows: number, width: number): ReturnType<typeof cut> {
  return cut(rows, leastFloats / width);
}

/** The same for `count` floats as vectors of four. */
export function cutVectors(count: number): ReturnType<typeof cut> {
  return cutRows(Math.ceil(count / 4), 4);
}

/** The input of a kernel by its name. */
export function input(inputs: tf.NamedTensorInfoMap, name: string): tf.TensorInfo {
  const tensor = inputs[name];
  if (!tensor) throw new Error(`The kernel takes a tensor ${name}`);
  return tensor;
}

/** Whole cache lines. */
function aligned(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}
