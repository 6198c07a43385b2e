import * as tf from '@tensorflow/tfjs-core';
import { input, type WasmHost } from './wasm-host.ts';

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
export function registerMatMul(host: WasmHost): void {
  host.register('BatchMatMul', ({ inputs, attrs }) => {
    const [a, b] = [input(inputs, 'a'), input(inputs, 'b')];
    const left = matrix(host, a, attrs?.['transposeA'] === true);
    const right = matrix(host, b, attrs?.['transposeB'] === true);
    const outer = tf.broadcast_util.assertAndGetBroadcastShape(
      a.shape.slice(0, -2),
      b.shape.slice(0, -2),
    );
    const out = host.output([...outer, left.rows, right.columns]);
    multiply(host, left, right, host.pointer(out));
    return out;
  });
}

function matrix(host: WasmHost, tensor: tf.TensorInfo, transposed: boolean): Matrix {
  const [height = 1, width = 1] = tensor.shape.slice(-2);
  const row = width * floatBytes;
  return {
    pointer: host.pointer(tensor),
    rows: transposed ? width : height,
    columns: transposed ? height : width,
    rowStride: transposed ? floatBytes : row,
    columnStride: transposed ? row : floatBytes,
    batch: tf.util.sizeFromShape(tensor.shape.slice(0, -2)),
  };
}

function multiply({ kernels, scratch }: WasmHost, a: Matrix, b: Matrix, to: number): void {
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
