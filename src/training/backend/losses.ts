import * as tf from '@tensorflow/tfjs-core';
import { losses, lossNames, type LossName } from '../../experiment/losses/catalogue.ts';
import { composedLossGradient, measureRows, type LossSums } from '../loss-rows.ts';
import { matrix } from '../operations/one.ts';
import { partsOf } from './task.ts';
import { cut, type WasmHost } from './wasm-host.ts';

/** The losses of kernels/losses.ts in its order; a loss of the catalogue that is not here goes without. */
const kernelLosses: readonly LossName[] = [
  'cross-entropy',
  'mean-squared-error',
  'mean-squared-error-linear',
  'binary-cross-entropy',
  'mean-absolute-error',
];

/** Float64 of a part's sums: see kernels/losses.ts. */
const sumsOfPart = 1 + kernelLosses.length;

/** Rows of a part at least. */
const leastRows = 256;

/** The gradient of a loss at the logits [rows, classes], times `factor`. */
export function lossGradient(
  host: WasmHost,
  name: LossName,
  logits: tf.Tensor2D,
  labels: Uint8Array,
  factor: number,
): tf.Tensor2D {
  const index = kernelLosses.indexOf(name);
  if (index < 0) return composedLossGradient(losses[name], logits, labels, factor);
  const [rows, classes] = logits.shape;
  const info = host.output(logits.shape);
  const bytes = host.kernels.lossesBytes(classes);
  const [at = 0, scratch = 0] = host.scratch.reserve(rows, host.forAll(bytes));
  new Uint8Array(host.memory.buffer, at, rows).set(labels);
  const operands = [index, classes, host.pointer(logits), at, factor, host.pointer(info)];
  host.each('lossGradient', operands, cut(rows, leastRows), scratch, bytes);
  return matrix(tf.engine().makeTensorFromTensorInfo(info, host.backend));
}

/** Every loss of the catalogue, and how many rows are right. */
export function measureLosses(host: WasmHost, logits: tf.Tensor2D, labels: Uint8Array): LossSums {
  const [rows, classes] = logits.shape;
  const cutting = cut(rows, leastRows);
  const bytes = host.kernels.lossesBytes(classes);
  const [at = 0, parts = 0, scratch = 0] = host.scratch.reserve(
    rows,
    8 * sumsOfPart * partsOf(cutting),
    host.forAll(bytes),
  );
  new Uint8Array(host.memory.buffer, at, rows).set(labels);
  const operands = [classes, host.pointer(logits), at, parts, cutting.perPart];
  host.each('measureLosses', operands, cutting, scratch, bytes);
  const sums = addParts(new Float64Array(host.memory.buffer, parts, sumsOfPart * partsOf(cutting)));
  const others = lossNames.filter((name) => !kernelLosses.includes(name));
  const rest = others.length > 0 ? measureRows(logits.dataSync<'float32'>(), labels, classes, others) : undefined; // prettier-ignore
  return {
    count: rows,
    correct: sums[0] ?? NaN,
    sums: lossNames.map((name, i) => {
      const index = kernelLosses.indexOf(name);
      return (index < 0 ? rest?.sums[i] : sums[1 + index]) ?? NaN;
    }),
  };
}

function addParts(parts: Float64Array): Float64Array {
  const sums = new Float64Array(sumsOfPart);
  parts.forEach((value, i) => (sums[i % sumsOfPart] = (sums[i % sumsOfPart] ?? 0) + value));
  return sums;
}
