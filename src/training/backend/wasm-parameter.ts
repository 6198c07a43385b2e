import * as tf from '@tensorflow/tfjs-core';
import type { StepSums } from '../statistics.ts';
import type { UpdateRule } from '../update-rule.ts';
import type { Parameter } from './backend.ts';
import { allocate } from './scratch.ts';
import type { WasmHost } from './wasm-host.ts';

/** Five pairs of float64: see kernels/sums.ts. */
const sumsBytes = 80;

/** Σg² of float32 squares is trusted above this mean: see `exactSums` in kernels/sums.ts. */
const smallestMeanSquare = 1e-28;

export class WasmParameter<R extends tf.Rank> implements Parameter<R> {
  tensor: tf.Tensor<R>;
  readonly #count: number;
  readonly #slots: readonly number[];

  constructor(
    readonly host: WasmHost,
    values: Float32Array,
    readonly shape: tf.ShapeMap[R],
    slots: number,
  ) {
    this.tensor = tf.keep(tf.tensor<R>(values, shape));
    this.#count = values.length;
    this.#slots = Array.from({ length: slots }, () => this.#zeros());
  }

  /** Into a new tensor, since XNNPACK remembers packed weights by the tensor's id. */
  step(gradient: tf.Tensor, rule: UpdateRule): StepSums {
    const { backend, scratch } = this.host;
    const next = this.#uninitialized();
    const pointers = [gradient, this.tensor, next].map(({ dataId }) =>
      backend.getMemoryOffset(dataId),
    );
    const sums = scratch.reserve(sumsBytes);
    this.#run(rule, [this.#count, ...pointers, ...this.#slots, sums]);
    this.tensor.dispose();
    this.tensor = tf.keep(next);
    return this.#read(sums, pointers[0] ?? 0);
  }

  dispose(): void {
    this.tensor.dispose();
    for (const slot of this.#slots) this.host.backend.wasm._free(slot);
  }

  #uninitialized(): tf.Tensor<R> {
    const { backend } = this.host;
    const info = backend.makeOutput([...this.tensor.shape], 'float32');
    const tensor = tf.engine().makeTensorFromTensorInfo(info, backend);
    if (!hasShape(tensor, this.shape)) throw new Error(`A tensor of shape ${tensor.shape.join()}`);
    return tensor;
  }

  #run(rule: UpdateRule, operands: number[]): number {
    const { kernels } = this.host;
    switch (rule.name) {
      case 'sgd':
        return kernels.sgd(...operands, rule.rate);
      case 'momentum':
        return kernels.momentum(...operands, rule.rate, rule.decay);
      case 'adam': {
        const { rate, beta1, beta2, scale, epsilon } = rule;
        return kernels.adam(...operands, rate, beta1, 1 - beta1, beta2, 1 - beta2, scale, epsilon);
      }
    }
  }

  #read(sums: number, gradient: number): StepSums {
    const { memory, kernels } = this.host;
    // A new view each time: growing the memory takes the old buffer away.
    const pairs = new Float64Array(memory.buffer, sums, 10);
    const [g0 = 0, g1 = 0, gg0 = 0, gg1 = 0, z0 = 0, z1 = 0, w0 = 0, w1 = 0, d0 = 0, d1 = 0] =
      pairs;
    const step = {
      count: this.#count,
      gradient: g0 + g1,
      gradientSquares: gg0 + gg1,
      gradientZeros: z0 + z1,
      weightSquares: w0 + w1,
      stepSquares: d0 + d1,
    };
    if (isTrusted(step)) return step;
    kernels.exactSums(this.#count, gradient, sums);
    return { ...step, gradient: pairs[0] ?? 0, gradientSquares: pairs[1] ?? 0 };
  }

  #zeros(): number {
    const { backend, memory } = this.host;
    const bytes = 4 * this.#count;
    const slot = allocate(backend, bytes);
    new Uint8Array(memory.buffer, slot, bytes).fill(0);
    return slot;
  }
}

function isTrusted({ count, gradientSquares, gradientZeros }: StepSums): boolean {
  const tooSmall = gradientSquares < smallestMeanSquare * count && gradientZeros < count;
  return Number.isFinite(gradientSquares) && !tooSmall;
}

function hasShape<R extends tf.Rank>(
  tensor: tf.Tensor,
  shape: tf.ShapeMap[R],
): tensor is tf.Tensor<R> {
  return tf.util.arraysEqual(tensor.shape, shape);
}
