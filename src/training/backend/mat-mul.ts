import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { Kernels } from './kernels.ts';
import type { Scratch } from './scratch.ts';

/** A matrix in tfjs's heap as our kernel takes it; strides in bytes. */
interface Matrix {
  readonly pointer: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowStride: number;
  readonly columnStride: number;
  /** How many matrices lie one after another. */
  readonly batch: number;
}

const floatBytes = 4;

/**
 * Replaces tfjs's matrix product. Its own multiplies transposed matrices, the two products of the
 * backward pass, by a plain triple loop; and for the third it packs the weights once and remembers
 * them by the tensor's id.
 */
export function registerMatMul(backend: BackendWasm, kernels: Kernels, scratch: Scratch): void {
  tf.unregisterKernel(tf.BatchMatMul, 'wasm');
  tf.registerKernel({
    kernelName: tf.BatchMatMul,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { a, b } = inputs;
      if (!a || !b) throw new Error('matMul takes two tensors');
      const left = matrix(backend, a, attrs?.['transposeA'] === true);
      const right = matrix(backend, b, attrs?.['transposeB'] === true);
      const outer = tf.broadcast_util.assertAndGetBroadcastShape(
        a.shape.slice(0, -2),
        b.shape.slice(0, -2),
      );
      const out = backend.makeOutput([...outer, left.rows, right.columns], 'float32');
      multiply(kernels, scratch, left, right, backend.getMemoryOffset(out.dataId));
      return out;
    },
  });
}

function matrix(backend: BackendWasm, tensor: tf.TensorInfo, transposed: boolean): Matrix {
  if (tensor.dtype !== 'float32') throw new Error(`matMul takes no ${tensor.dtype}`);
  const [height = 1, width = 1] = tensor.shape.slice(-2);
  const row = width * floatBytes;
  return {
    pointer: backend.getMemoryOffset(tensor.dataId),
    rows: transposed ? width : height,
    columns: transposed ? height : width,
    rowStride: transposed ? floatBytes : row,
    columnStride: transposed ? row : floatBytes,
    batch: tf.util.sizeFromShape(tensor.shape.slice(0, -2)),
  };
}

function multiply(kernels: Kernels, scratch: Scratch, a: Matrix, b: Matrix, to: number): void {
  if (a.columns !== b.rows) {
    throw new Error(`matMul of ${a.rows} × ${a.columns} by ${b.rows} × ${b.columns}`);
  }
  const batch = Math.max(a.batch, b.batch);
  if (a.batch !== b.batch && Math.min(a.batch, b.batch) !== 1) {
    throw new Error(`matMul broadcasts one matrix, not ${a.batch} over ${b.batch}`);
  }
  const panel = scratch.reserve(32 * (a.columns + 1));
  for (let i = 0; i < batch; i++) {
    // prettier-ignore
    kernels.matMul(
      a.rows, b.columns, a.columns,
      at(a, i), a.rowStride, a.columnStride,
      at(b, i), b.rowStride, b.columnStride,
      to + i * a.rows * b.columns * floatBytes, panel,
    );
  }
}

/** Where matrix i of a batch begins; the one of a batch of one serves them all. */
function at({ pointer, rows, columns, batch }: Matrix, i: number): number {
  return batch === 1 ? pointer : pointer + i * rows * columns * floatBytes;
}
