import * as tf from '@tensorflow/tfjs-core';
import { optimizers } from '../../experiment/optimizers/catalogue.ts';
import { binCount } from '../../run/histogram.ts';
import type { StepSums } from '../statistics.ts';
import { unadjusted, type Rule } from '../update-rule.ts';
import type { Average, Parameter } from './backend.ts';
import { allocate } from './scratch.ts';
import { partsOf } from './task.ts';
import { numbersBytes, updateKernel, writeNumbers } from './update-numbers.ts';
import { cut, cutVectors, type WasmHost } from './wasm-host.ts';

/** Of a part, five pairs of float64: see kernels/statistics.ts. */
const sumsBytes = 80;

/** Σg² of float32 squares is trusted above this mean: see `exactSums` in kernels/statistics.ts. */
const smallestMeanSquare = 1e-28;

/** Elements of a block of kernels/optimizer.ts, and blocks of a part at least. */
const blockSize = 64;
const leastBlocks = 128;

export class WasmParameter implements Parameter {
  readonly tensor: tf.Tensor;
  readonly #count: number;
  readonly #slots: readonly number[];

  constructor(
    readonly host: WasmHost,
    values: Float32Array,
    shape: readonly number[],
    slots: number,
  ) {
    this.tensor = tf.keep(tf.tensor(values, [...shape]));
    this.#count = values.length;
    this.#slots = Array.from({ length: slots }, () => this.#zeros());
  }

  /** In place. None of tfjs's kernels that remember weights by their tensor's id is left: see mat-mul.ts. */
  step(gradient: tf.Tensor, rule: Rule, adjustment = unadjusted): StepSums {
    const { host } = this;
    const { slots } = optimizers[rule.name];
    // A kernel would take another address for that of a slot that is missing, and write there.
    if (this.#slots.length !== slots) throw new RangeError(`${rule.name} takes ${slots} slots`);
    const [from = 0, weights = 0] = [gradient, this.tensor].map((tensor) => host.pointer(tensor));
    const cutting = cut(Math.ceil(this.#count / blockSize), leastBlocks);
    const blockBytes = 4 * blockSize;
    const [parts = 0, scratch = 0, numbers = 0] = host.scratch.reserve(
      sumsBytes * partsOf(cutting),
      host.forAll(blockBytes),
      numbersBytes,
    );
    writeNumbers(host.memory, numbers, rule, adjustment);
    const [first = 0, second = 0] = this.#slots;
    const operands = [this.#count, from, weights, first, second, parts, cutting.perPart, numbers];
    host.each(updateKernel(rule, adjustment), operands, cutting, scratch, blockBytes);
    return this.#read(parts, partsOf(cutting), from);
  }

  gradientSquares(gradient: tf.Tensor): number {
    const { host } = this;
    const cutting = cutVectors(this.#count);
    const number = partsOf(cutting);
    const [parts = 0] = host.scratch.reserve(8 * number);
    const operands = [this.#count, host.pointer(gradient), parts, cutting.perPart];
    host.each('squares', operands, cutting);
    return new Float64Array(host.memory.buffer, parts, number).reduce((sum, part) => sum + part, 0);
  }

  addToHistogram(gradient: tf.Tensor, bins: Float64Array): void {
    const { kernels, memory, scratch } = this.host;
    const pointer = this.host.pointer(gradient);
    const [at = 0] = scratch.reserve(4 * binCount);
    const counts = new Uint32Array(memory.buffer, at, binCount).fill(0);
    kernels.histogram(this.#count, pointer, at);
    counts.forEach((count, bin) => (bins[bin] = (bins[bin] ?? 0) + count));
  }

  save(): Float32Array[] {
    return this.#places().map((place) => place.slice());
  }

  restore(arrays: readonly Float32Array[]): void {
    this.#places().forEach((place, i) => place.set(arrays[i] ?? []));
  }

  dispose(): void {
    this.tensor.dispose();
    for (const slot of this.#slots) this.host.backend.wasm._free(slot);
  }

  #read(parts: number, number: number, gradient: number): StepSums {
    const { memory, kernels } = this.host;
    // A new view each time: growing the memory takes the old buffer away.
    const pairs = new Float64Array(memory.buffer, parts, (number * sumsBytes) / 8);
    const sum = (which: number): number => {
      let total = 0;
      for (let at = 2 * which; at < pairs.length; at += 10) {
        total += (pairs[at] ?? NaN) + (pairs[at + 1] ?? NaN);
      }
      return total;
    };
    const step = {
      count: this.#count,
      gradient: sum(0),
      gradientSquares: sum(1),
      gradientZeros: sum(2),
      weightSquares: sum(3),
      stepSquares: sum(4),
    };
    if (isTrusted(step)) return step;
    kernels.exactSums(this.#count, gradient, parts);
    return { ...step, gradient: pairs[0] ?? 0, gradientSquares: pairs[1] ?? 0 };
  }

  /** The values and the slots where they lie; good until the memory grows. */
  #places(): Float32Array[] {
    const { memory } = this.host;
    return [this.host.pointer(this.tensor), ...this.#slots].map(
      (pointer) => new Float32Array(memory.buffer, pointer, this.#count),
    );
  }

  #zeros(): number {
    const { backend, memory } = this.host;
    const bytes = 4 * this.#count;
    const slot = allocate(backend, bytes);
    new Uint8Array(memory.buffer, slot, bytes).fill(0);
    return slot;
  }
}

export class WasmAverage implements Average {
  readonly tensor: tf.Tensor1D;

  constructor(
    readonly host: WasmHost,
    count: number,
    value: number,
  ) {
    this.tensor = tf.keep(tf.tensor1d(new Float32Array(count).fill(value)));
  }

  update(values: tf.Tensor, decay: number, factor: number): void {
    const [average = 0, from = 0] = [this.tensor, values].map((each) => this.host.pointer(each));
    this.host.kernels.movingAverage(this.tensor.size, average, from, decay, factor);
  }

  save(): Float32Array[] {
    return [this.#place().slice()];
  }

  restore([values = new Float32Array()]: readonly Float32Array[]): void {
    this.#place().set(values);
  }

  dispose(): void {
    this.tensor.dispose();
  }

  #place(): Float32Array {
    const pointer = this.host.pointer(this.tensor);
    return new Float32Array(this.host.memory.buffer, pointer, this.tensor.size);
  }
}

function isTrusted({ count, gradientSquares, gradientZeros }: StepSums): boolean {
  const tooSmall = gradientSquares < smallestMeanSquare * count && gradientZeros < count;
  return Number.isFinite(gradientSquares) && !tooSmall;
}
