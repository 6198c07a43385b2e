/*
 * The sums behind the gradient statistics of a step, in memory as five pairs of float64:
 *
 *     Σg   Σg²   count of g = 0   Σw²   Σ(w' − w)²
 *
 * where a pair's sum is the total. A plain float32 sum of 100,000 terms loses three digits; float64
 * throughout costs as much as the step itself. So each of four lanes adds the 16 terms of a block in
 * float32, with a relative error below 16 · 2⁻²⁴ = 1e-6 (2e-7 in practice), and blocks in float64.
 *
 * w' − w is the weights' real step, w' as rounded to float32: the subtraction is exact where w' is
 * within a factor 2 of w (Sterbenz).
 */
const PAIRS = 5;

export const SUMS_BYTES: usize = PAIRS * 16;

export function clear(sums: usize): void {
  memory.fill(sums, 0, SUMS_BYTES);
}

/** Adds a block of `bytes` bytes of each array to the sums. */
export function measure(sums: usize, g_: usize, w_: usize, next_: usize, bytes: usize): void {
  let g = f32x4.splat(0);
  let gg = g;
  let zeros = g;
  let ww = g;
  let dd = g;
  const vectors = bytes & ~15;
  let at: usize = 0;
  for (; at < vectors; at += 16) {
    const gradient = v128.load(g_ + at);
    const w = v128.load(w_ + at);
    const d = f32x4.sub(v128.load(next_ + at), w);
    g = f32x4.add(g, gradient);
    gg = f32x4.add(gg, f32x4.mul(gradient, gradient));
    zeros = f32x4.add(zeros, Lanes.zeros(gradient, f32x4.splat(1)));
    ww = f32x4.add(ww, f32x4.mul(w, w));
    dd = f32x4.add(dd, f32x4.mul(d, d));
  }
  for (; at < bytes; at += 4) {
    const gradient = v128.load32_zero(g_ + at);
    const w = v128.load32_zero(w_ + at);
    const d = f32x4.sub(v128.load32_zero(next_ + at), w);
    g = f32x4.add(g, gradient);
    gg = f32x4.add(gg, f32x4.mul(gradient, gradient));
    zeros = f32x4.add(zeros, Lanes.zeros(gradient, f32x4(1, 0, 0, 0)));
    ww = f32x4.add(ww, f32x4.mul(w, w));
    dd = f32x4.add(dd, f32x4.mul(d, d));
  }
  Lanes.add(sums, g);
  Lanes.add(sums + 16, gg);
  Lanes.add(sums + 32, zeros);
  Lanes.add(sums + 48, ww);
  Lanes.add(sums + 64, dd);
}

/**
 * Σg and Σg² anew with every square in float64, as two float64: for gradients whose float32 squares
 * underflow (|g| below 1e-19) or overflow (above 1e19).
 */
export function exactSums(count: i32, gradient: usize, sums: usize): void {
  let sum: f64 = 0;
  let squares: f64 = 0;
  const end = gradient + ((<usize>count) << 2);
  for (let at = gradient; at < end; at += 4) {
    const g = <f64>f32.load(at);
    sum += g;
    squares += g * g;
  }
  f64.store(sums, sum);
  f64.store(sums, squares, 8);
}

/**
 * Adds the values to a signed logarithmic histogram, 512 u32: a value's bin is its sign and exponent,
 * 256 · (g < 0) + exponent + 127. Bins 0 and 256 hold the zeros and what is too small to be normalised,
 * bins 255 and 511 what is not finite.
 */
export function histogram(count: i32, values: usize, bins: usize): void {
  if (isDefined(WITHOUT_STATISTICS)) return;
  const end = values + ((<usize>count) << 2);
  for (let at = values; at < end; at += 4) {
    const bin = bins + ((<usize>(i32.load(at) >>> 23)) << 2);
    i32.store(bin, i32.load(bin) + 1);
  }
}

class Lanes {
  /** `one` in the lanes where g is 0. */
  @inline
  static zeros(g: v128, one: v128): v128 {
    return v128.and(f32x4.eq(g, f32x4.splat(0)), one);
  }

  /** Adds four float32 to a pair of float64. */
  @inline
  static add(to: usize, lanes: v128): void {
    const low = f64x2.promote_low_f32x4(lanes);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i32>(lanes, lanes, 2, 3, 0, 1));
    v128.store(to, f64x2.add(v128.load(to), f64x2.add(low, high)));
  }
}
