import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { geometryFields, type Geometry } from './geometry.ts';
import type { Kernels } from './kernels.ts';
import { allocate, Scratch } from './scratch.ts';

/** tfjs's wasm backend with our kernels as guests in its memory. */
export class WasmHost {
  readonly scratch: Scratch;
  readonly #geometry: number;

  constructor(
    readonly backend: BackendWasm,
    readonly memory: WebAssembly.Memory,
    readonly kernels: Kernels,
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

/** The input of a kernel by its name. */
export function input(inputs: tf.NamedTensorInfoMap, name: string): tf.TensorInfo {
  const tensor = inputs[name];
  if (!tensor) throw new Error(`The kernel takes a tensor ${name}`);
  return tensor;
}
