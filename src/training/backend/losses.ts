import * as tf from '@tensorflow/tfjs-core';
import { rulerNames, type RulerName } from '../../experiment/losses/catalogue.ts';
import type { LossSums } from '../loss-rows.ts';
import { matrix } from '../operations/one.ts';
import { partsOf } from './task.ts';
import { cut, type WasmHost } from './wasm-host.ts';

/** Float64 of a part's sums: see kernels/losses.ts, which has the rulers in their order. */
const sumsOfPart = 1 + rulerNames.length;

/** Rows of a part at least. */
const leastRows = 256;

/** The gradient of a loss at the logits [rows, classes], times `factor`. */
export function lossGradient(
  host: WasmHost,
  name: RulerName,
  logits: tf.Tensor2D,
  labels: Uint8Array,
  factor: number,
): tf.Tensor2D {
  const [rows, classes] = logits.shape;
  const info = host.output(logits.shape);
  const bytes = host.kernels.lossesBytes(classes);
  const [at = 0, scratch = 0] = host.scratch.reserve(rows, host.forAll(bytes));
  new Uint8Array(host.memory.buffer, at, rows).set(labels);
  const operands = [
    rulerNames.indexOf(name),
    classes,
    host.pointer(logits),
    at,
    factor,
    host.pointer(info),
  ];
  host.each('lossGradient', operands, cut(rows, leastRows), scratch, bytes);
  return matrix(tf.engine().makeTensorFromTensorInfo(info, host.backend));
}

/** Every ruler, and how many rows are right. @param kept the ruler that is also told of each row */
export function measureLosses(
  host: WasmHost,
  logits: tf.Tensor2D,
  labels: Uint8Array,
  kept?: RulerName,
): LossSums {
  const [rows, classes] = logits.shape;
  const cutting = cut(rows, leastRows);
  const bytes = host.kernels.lossesBytes(classes);
  const [at = 0, parts = 0, each = 0, scratch = 0] = host.scratch.reserve(
    rows,
    8 * sumsOfPart * partsOf(cutting),
    kept ? 8 * rows : 0,
    host.forAll(bytes),
  );
  new Uint8Array(host.memory.buffer, at, rows).set(labels);
  const index = kept ? rulerNames.indexOf(kept) : -1;
  const operands = [classes, host.pointer(logits), at, parts, cutting.perPart, index, each];
  host.each('measureLosses', operands, cutting, scratch, bytes);
  const sums = addParts(new Float64Array(host.memory.buffer, parts, sumsOfPart * partsOf(cutting)));
  return {
    count: rows,
    correct: sums[0] ?? NaN,
    sums: [...sums.subarray(1)],
    // A copy: the scratch holds it until the next kernel alone.
    ...(kept && { each: new Float64Array(host.memory.buffer, each, rows).slice() }),
  };
}

function addParts(parts: Float64Array): Float64Array {
  const sums = new Float64Array(sumsOfPart);
  parts.forEach((value, i) => (sums[i % sumsOfPart] = (sums[i % sumsOfPart] ?? 0) + value));
  return sums;
}
