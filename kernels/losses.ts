import { Exp, log1p64 } from './exp';

/*
 * Losses of logits z [rows, classes] and a label a row, and their gradients at the logits, in float64
 * until they are stored. p = softmax(z), taken from z − max z so that no exponential overflows; y is the
 * one-hot label. With s = σ(z) the sigmoids:
 *
 *                        Σ over the classes              gradient at z
 *     cross-entropy      ln Σ exp z − z_y                p − y
 *     squared error      Σ (p − y)²                      2 p (p − y − Σ p (p − y))
 *       of the logits    Σ (z − y)²                      2 (z − y)
 *     binary CE          Σ ln(1 + exp z) − y z           s − y
 *     absolute error     Σ |p − y|                       2 p_y (p − y)
 *
 * src/experiment/losses has the same in JavaScript's own arithmetic, one file a loss, with its source.
 */
export const CROSS_ENTROPY = 0;
export const MEAN_SQUARED_ERROR = 1;
export const MEAN_SQUARED_ERROR_LINEAR = 2;
export const BINARY_CROSS_ENTROPY = 3;
export const MEAN_ABSOLUTE_ERROR = 4;

/** Sums of a part: of the rows whose largest logit is the label's, and of each loss above. */
const SUMS = 6;

/**
 * Scratch of `measureLosses` and `lossGradient`: two areas of a float64 a class, in whole vectors, and
 * what is measured of a row.
 */
export function lossesBytes(classes: i32): usize {
  return 2 * areaBytes(classes) + (SUMS << 3);
}

function areaBytes(classes: i32): usize {
  return ((<usize>classes + 1) & ~1) << 3;
}

/**
 * Part ⌊first / perPart⌋ of the sums, [6] float64, over rows `first` to `end`; a byte a label. The loss
 * `kept` of each row goes to `each`, [rows] float64, unless it is −1.
 */
export function measureLosses(
  classes: i32,
  logits: usize,
  labels: usize,
  parts: usize,
  perPart: i32,
  kept: i32,
  each: usize,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const sums = parts + ((<usize>(first / perPart) * SUMS) << 3);
  const own = scratch + 2 * areaBytes(classes);
  memory.fill(sums, 0, SUMS << 3);
  for (let row = first; row < end; ++row) {
    const z = logits + ((<usize>(row * classes)) << 2);
    const label = load<u8>(labels + <usize>row);
    const logSumExp = softmax(classes, z, scratch);
    set(own, 0, isLargest(classes, z, label) ? 1 : 0);
    set(own, 1 + CROSS_ENTROPY, logSumExp - logit(z, label));
    measureRow(classes, z, label, scratch, own);
    for (let i = 0; i < SUMS; ++i) set(sums, i, at(sums, i) + at(own, i));
    if (kept >= 0) f64.store(each + ((<usize>row) << 3), at(own, 1 + kept));
  }
}

/** The losses whose sum over the classes has no shorter form. `p` is followed by an area of its size. */
function measureRow(classes: i32, z: usize, label: i32, p: usize, own: usize): void {
  const falls = p + areaBytes(classes);
  exponentials(classes, z, 0, true, falls);
  let squares: f64 = 0;
  let linear: f64 = 0;
  let absolute: f64 = 0;
  // Σ ln(1 + e^z) as Σ max(z, 0) and one logarithm of Π (1 + e^−|z|), of which 1 is left out: q.
  let binary: f64 = 0;
  let q: f64 = 0;
  for (let k = 0; k < classes; ++k) {
    const y: f64 = k == label ? 1 : 0;
    const x = logit(z, k);
    const error = f64.load(p + ((<usize>k) << 3)) - y;
    const fall = f64.load(falls + ((<usize>k) << 3));
    squares += error * error;
    linear += (x - y) * (x - y);
    absolute += abs(error);
    binary += max(x, 0) - y * x;
    q += fall + q * fall;
  }
  set(own, 1 + MEAN_SQUARED_ERROR, squares);
  set(own, 1 + MEAN_SQUARED_ERROR_LINEAR, linear);
  set(own, 1 + BINARY_CROSS_ENTROPY, binary + log1p64(q));
  set(own, 1 + MEAN_ABSOLUTE_ERROR, absolute);
}

/** to = e^(z − shift), or e^−|z| where `folded`, of each class as float64, two at a time. */
function exponentials(classes: i32, z: usize, shift: f64, folded: bool, to: usize): void {
  const most = f64x2.splat(shift);
  for (let k = 0; k < classes; k += 2, z += 8, to += 16) {
    const two = f64x2.promote_low_f32x4(
      k + 1 < classes ? v128.load64_zero(z) : v128.load32_zero(z),
    );
    const x = folded ? f64x2.neg(f64x2.abs(two)) : f64x2.sub(two, most);
    v128.store(to, Exp.float64(x));
  }
}

/** gradient [rows, classes] = factor · the gradient at the logits, of rows `first` to `end`. */
export function lossGradient(
  loss: i32,
  classes: i32,
  logits: usize,
  labels: usize,
  factor: f64,
  gradient: usize,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  for (let row = first; row < end; ++row) {
    const at = (<usize>(row * classes)) << 2;
    const label = load<u8>(labels + <usize>row);
    rowGradient(loss, classes, logits + at, label, factor, gradient + at, scratch);
  }
}

function rowGradient(
  loss: i32,
  classes: i32,
  z: usize,
  label: i32,
  factor: f64,
  gradient: usize,
  p: usize,
): void {
  const usesSoftmax = loss != MEAN_SQUARED_ERROR_LINEAR && loss != BINARY_CROSS_ENTROPY;
  if (usesSoftmax) softmax(classes, z, p);
  if (loss == BINARY_CROSS_ENTROPY) exponentials(classes, z, 0, true, p);
  const push = loss == MEAN_ABSOLUTE_ERROR ? 2 * f64.load(p + ((<usize>label) << 3)) : 1;
  const mean = loss == MEAN_SQUARED_ERROR ? meanError(classes, label, p) : 0;
  for (let k = 0; k < classes; ++k) {
    const y: f64 = k == label ? 1 : 0;
    const q = f64.load(p + ((<usize>k) << 3));
    let value = q - y;
    if (loss == MEAN_SQUARED_ERROR) value = 2 * q * (value - mean);
    if (loss == MEAN_SQUARED_ERROR_LINEAR) value = 2 * (logit(z, k) - y);
    // σ(z) = 1/(1 + e^−z) = e^z/(1 + e^z): of the two, the one whose exponential cannot overflow.
    if (loss == BINARY_CROSS_ENTROPY) value = (logit(z, k) >= 0 ? 1 : q) / (1 + q) - y;
    f32.store(gradient + ((<usize>k) << 2), <f32>(factor * push * value));
  }
}

/** Σ p (p − y). */
function meanError(classes: i32, label: i32, p: usize): f64 {
  let sum: f64 = 0;
  for (let k = 0; k < classes; ++k) {
    const q = f64.load(p + ((<usize>k) << 3));
    sum += q * (k == label ? q - 1 : q);
  }
  return sum;
}

/** p = softmax(z) as float64; gives ln Σ exp z. */
function softmax(classes: i32, z: usize, p: usize): f64 {
  let most = logit(z, 0);
  for (let k = 1; k < classes; ++k) most = max(most, logit(z, k));
  exponentials(classes, z, most, false, p);
  let sum: f64 = 0;
  for (let k = 0; k < classes; ++k) sum += f64.load(p + ((<usize>k) << 3));
  for (let k = 0; k < classes; ++k) {
    const at = p + ((<usize>k) << 3);
    f64.store(at, f64.load(at) / sum);
  }
  // The largest of the terms is 1.
  return most + log1p64(sum - 1);
}

/** Whether the label's logit is the first of the largest; never where a logit is NaN. */
function isLargest(classes: i32, z: usize, label: i32): bool {
  const own = logit(z, label);
  for (let k = 0; k < classes; ++k) {
    const other = logit(z, k);
    if (!(k < label ? other < own : other <= own)) return false;
  }
  return true;
}

function logit(z: usize, k: i32): f64 {
  return <f64>f32.load(z + ((<usize>k) << 2));
}

function at(values: usize, i: usize): f64 {
  return f64.load(values + (i << 3));
}

function set(values: usize, i: usize, value: f64): void {
  f64.store(values + (i << 3), value);
}
