/*
 * Batch normalisation (Ioffe & Szegedy 2015) of x [rows, channels], with what follows it in a residual
 * network taken in the same pass:
 *
 *     y = max(lower, γ (x − μ)/σ + β + plus),   μ, σ² = mean and variance of a channel over the rows,
 *                                               σ = √(variance + ε)
 *
 * Going back, with dz = dy where y is above the lower bound, s = γ/σ and N rows:
 *
 *     dβ = Σ dz,   dγ = Σ dz (x − μ)/σ,   dx = s (dz − dβ/N − (x − μ)/σ² · Σ dz (x − μ)/N)
 *
 * A variance as E x² − (E x)² cancels where the mean is large. So sums are taken of x − a, a the first
 * row of the batch, which is as near to the mean as any. Blocks of rows are summed in float32, then the
 * blocks and the parts in float64.
 *
 * Channels go four at a time and must be a multiple of 4.
 */
const ROWS_TOGETHER = 64;

/** Part ⌊first / perPart⌋ of the sums, [2][channels] float64: Σ (x − a) and Σ (x − a)² over the rows. */
export function batchNormSums(
  channels: i32,
  x: usize,
  parts: usize,
  perPart: i32,
  first: i32,
  end: i32,
): void {
  const row = (<usize>channels) << 2;
  const sums = parts + <usize>(first / perPart) * 4 * row;
  memory.fill(sums, 0, 4 * row);
  for (let top = first; top < end; top += ROWS_TOGETHER) {
    const from = x + <usize>top * row;
    const stop = from + <usize>min(ROWS_TOGETHER, end - top) * row;
    for (let c: usize = 0; c < row; c += 16) {
      const a = v128.load(x + c);
      let sum = f32x4.splat(0);
      let squares = sum;
      for (let at = from + c; at < stop; at += row) {
        const d = f32x4.sub(v128.load(at), a);
        sum = f32x4.add(sum, d);
        squares = f32x4.add(squares, f32x4.mul(d, d));
      }
      Doubles.add(sums + 2 * c, sum);
      Doubles.add(sums + 2 * row + 2 * c, squares);
    }
  }
}

/** mean [channels] and variance [channels], which is that of the rows and not an estimate (÷ N). */
export function batchNormMoments(
  rows: i32,
  channels: i32,
  x: usize,
  parts: usize,
  number: i32,
  mean: usize,
  variance: usize,
): void {
  for (let c: usize = 0; c < <usize>channels; ++c) {
    const shifted = Doubles.total(parts, number, channels, 2, c) / rows;
    const squares = Doubles.total(parts, number, channels, 2, <usize>channels + c) / rows;
    f32.store(mean + (c << 2), <f32>(<f64>f32.load(x + (c << 2)) + shifted));
    // Rounding may leave less than nothing; a NaN stays one.
    f32.store(variance + (c << 2), <f32>max(squares - shifted * shifted, 0));
  }
}

/** y of rows `first` to `end`. @param plus of the shape of y, or 0 for none */
export function batchNorm(
  channels: i32,
  x: usize,
  mean: usize,
  variance: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  plus: usize,
  lower: f32,
  y: usize,
  first: i32,
  end: i32,
): void {
  const row = (<usize>channels) << 2;
  const floor = f32x4.splat(lower);
  for (let top = first; top < end; top += ROWS_TOGETHER) {
    const from = <usize>top * row;
    const stop = from + <usize>min(ROWS_TOGETHER, end - top) * row;
    for (let c: usize = 0; c < row; c += 16) {
      const m = v128.load(mean + c);
      const scale = f32x4.div(v128.load(gamma + c), Channels.deviation(variance + c, epsilon));
      const b = v128.load(beta + c);
      for (let at = from + c; at < stop; at += row) {
        let z = f32x4.add(f32x4.mul(f32x4.sub(v128.load(x + at), m), scale), b);
        if (plus) z = f32x4.add(z, v128.load(plus + at));
        v128.store(y + at, f32x4.max(z, floor));
      }
    }
  }
}

/**
 * Part ⌊first / perPart⌋ of the sums, [2][channels] float64: Σ dz and Σ dz (x − μ) over the rows.
 * @param y the outputs, where they were held at 0; 0 for none
 */
export function batchNormGradientSums(
  channels: i32,
  x: usize,
  y: usize,
  dy: usize,
  mean: usize,
  parts: usize,
  perPart: i32,
  first: i32,
  end: i32,
): void {
  const row = (<usize>channels) << 2;
  const sums = parts + <usize>(first / perPart) * 4 * row;
  memory.fill(sums, 0, 4 * row);
  for (let top = first; top < end; top += ROWS_TOGETHER) {
    const from = <usize>top * row;
    const stop = from + <usize>min(ROWS_TOGETHER, end - top) * row;
    for (let c: usize = 0; c < row; c += 16) {
      const m = v128.load(mean + c);
      let sum = f32x4.splat(0);
      let products = sum;
      for (let at = from + c; at < stop; at += row) {
        const dz = Channels.pushed(y, dy, at);
        sum = f32x4.add(sum, dz);
        products = f32x4.add(products, f32x4.mul(dz, f32x4.sub(v128.load(x + at), m)));
      }
      Doubles.add(sums + 2 * c, sum);
      Doubles.add(sums + 2 * row + 2 * c, products);
    }
  }
}

/** dγ and dβ [channels], and what dx needs of them: [2][channels], dβ/N and Σ dz (x − μ)/(σ² N). */
export function batchNormGradientMoments(
  rows: i32,
  channels: i32,
  parts: usize,
  number: i32,
  variance: usize,
  epsilon: f32,
  dGamma: usize,
  dBeta: usize,
  shares: usize,
): void {
  for (let c: usize = 0; c < <usize>channels; ++c) {
    const sum = Doubles.total(parts, number, channels, 2, c);
    const products = Doubles.total(parts, number, channels, 2, <usize>channels + c);
    const square = <f64>f32.load(variance + (c << 2)) + <f64>epsilon;
    f32.store(dBeta + (c << 2), <f32>sum);
    f32.store(dGamma + (c << 2), <f32>(products / sqrt<f64>(square)));
    f32.store(shares + (c << 2), <f32>(sum / rows));
    f32.store(shares + ((<usize>channels + c) << 2), <f32>(products / square / rows));
  }
}

/** dx and, where `dPlus` is not 0, dz there, of rows `first` to `end`. */
export function batchNormGradient(
  channels: i32,
  x: usize,
  y: usize,
  dy: usize,
  mean: usize,
  variance: usize,
  gamma: usize,
  epsilon: f32,
  shares: usize,
  dx: usize,
  dPlus: usize,
  first: i32,
  end: i32,
): void {
  const row = (<usize>channels) << 2;
  for (let top = first; top < end; top += ROWS_TOGETHER) {
    const from = <usize>top * row;
    const stop = from + <usize>min(ROWS_TOGETHER, end - top) * row;
    for (let c: usize = 0; c < row; c += 16) {
      const m = v128.load(mean + c);
      const scale = f32x4.div(v128.load(gamma + c), Channels.deviation(variance + c, epsilon));
      const share = v128.load(shares + c);
      const tilt = v128.load(shares + row + c);
      for (let at = from + c; at < stop; at += row) {
        const dz = Channels.pushed(y, dy, at);
        if (dPlus) v128.store(dPlus + at, dz);
        const lean = f32x4.mul(f32x4.sub(v128.load(x + at), m), tilt);
        v128.store(dx + at, f32x4.mul(scale, f32x4.sub(f32x4.sub(dz, share), lean)));
      }
    }
  }
}

/** average ← decay · average + (1 − decay) · factor · values, [count]. */
export function movingAverage(
  count: i32,
  average: usize,
  values: usize,
  decay: f64,
  factor: f64,
): void {
  for (let i: usize = 0; i < <usize>count; ++i) {
    const at = average + (i << 2);
    const value = factor * <f64>f32.load(values + (i << 2));
    f32.store(at, <f32>(decay * <f64>f32.load(at) + (1 - decay) * value));
  }
}

class Channels {
  /** σ of four channels. */
  @inline
  static deviation(variance: usize, epsilon: f32): v128 {
    return f32x4.sqrt(f32x4.add(v128.load(variance), f32x4.splat(epsilon)));
  }

  /** dz: dy where y is above 0, or all of it. */
  @inline
  static pushed(y: usize, dy: usize, at: usize): v128 {
    const push = v128.load(dy + at);
    return y ? v128.and(push, f32x4.gt(v128.load(y + at), f32x4.splat(0))) : push;
  }
}

class Doubles {
  /** Adds four float32 to as many float64. */
  @inline
  static add(to: usize, lanes: v128): void {
    const low = f64x2.promote_low_f32x4(lanes);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i32>(lanes, lanes, 2, 3, 0, 1));
    v128.store(to, f64x2.add(v128.load(to), low));
    v128.store(to, f64x2.add(v128.load(to, 16), high), 16);
  }

  /** The sum over `number` parts, of `rows` rows of float64 each, of the i-th. */
  @inline
  static total(parts: usize, number: i32, channels: i32, rows: i32, i: usize): f64 {
    let sum: f64 = 0;
    const size = (<usize>(rows * channels)) << 3;
    for (let p: usize = 0; p < <usize>number; ++p) sum += f64.load(parts + p * size + (i << 3));
    return sum;
  }
}
