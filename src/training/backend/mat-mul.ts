import * as tf from '@tensorflow/tfjs-core';
import { lowerBound } from './activations.ts';
import { cut, input, type WasmHost } from './wasm-host.ts';

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
/** Columns of a panel: see kernels/mat-mul.ts. */
const panelColumns = 8;
/** Multiplications of a part, at least: a few microseconds. */
const leastWork = 2 ** 17;

/**
 * Replaces tfjs's matrix products. Its own multiply transposed matrices, the two products of the
 * backward pass, by a plain triple loop; and for the third they pack the weights once and remember
 * them by the tensor's id, which an optimizer in place must not let them.
 */
export function registerMatMul(host: WasmHost): void {
  host.register('BatchMatMul', ({ inputs, attrs }) => product(host, inputs, attrs, 0, -Infinity));
  host.register('_FusedMatMul', ({ inputs, attrs }) => {
    const { bias, preluActivationWeights } = inputs;
    if (preluActivationWeights) throw new Error('The fused activation is ReLU or none');
    const lower = lowerBound(attrs?.['activation']);
    return product(host, inputs, attrs, bias ? host.pointer(bias) : 0, lower);
  });
}

function product(
  host: WasmHost,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
  bias: number,
  lower: number,
): tf.TensorInfo {
  const [a, b] = [input(inputs, 'a'), input(inputs, 'b')];
  const left = matrix(host, a, attrs?.['transposeA'] === true);
  const right = matrix(host, b, attrs?.['transposeB'] === true);
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(
    a.shape.slice(0, -2),
    b.shape.slice(0, -2),
  );
  const out = host.output([...outer, left.rows, right.columns]);
  multiply(host, left, right, bias, lower, host.pointer(out));
  return out;
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

function multiply(
  host: WasmHost,
  a: Matrix,
  b: Matrix,
  bias: number,
  lower: number,
  to: number,
): void {
  if (a.columns !== b.rows) {
    throw new Error(`matMul of ${a.rows} × ${a.columns} by ${b.rows} × ${b.columns}`);
  }
  const batch = Math.max(a.batch, b.batch);
  if (a.batch !== b.batch && Math.min(a.batch, b.batch) !== 1) {
    throw new Error(`matMul broadcasts one matrix, not ${a.batch} over ${b.batch}`);
  }
  const bytes = host.kernels.matMulBytes(a.columns);
  const [scratch = 0] = host.scratch.reserve(host.forAll(bytes));
  const panels = Math.ceil(b.columns / panelColumns);
  const parts = cut(panels, leastWork / (a.rows * a.columns * panelColumns));
  for (let i = 0; i < batch; i++) {
    // prettier-ignore
    const operands = [
      a.rows, b.columns, a.columns,
      at(a, i), a.rowStride, a.columnStride,
      at(b, i), b.rowStride, b.columnStride,
      bias, to + i * a.rows * b.columns * floatBytes, lower,
    ];
    host.each('matMul', operands, parts, scratch, bytes);
  }
}

/** Where matrix i of a batch begins; the one of a batch of one serves them all. */
function at({ pointer, rows, columns, batch }: Matrix, i: number): number {
  return batch === 1 ? pointer : pointer + i * rows * columns * floatBytes;
}
