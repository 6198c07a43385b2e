/*
 * The one-dimensional transforms of Winograd's F(4, 3) (Lavin & Gray 2016,
 * "Fast Algorithms for Convolutional Neural Networks", section 4.1). Four outputs y of a filter g of
 * three taps over six inputs d are
 *
 *     y = Aᵀ [(G g) ⊙ (Bᵀ d)],
 *
 * six products instead of twelve: polynomial multiplication by values at 0, ±1, ±2 and ∞. Applied to
 * rows and columns, 36 products instead of 144 for 4x4 outputs. Transposed, the same identity gives
 * the gradient at the filter: dg = Gᵀ [(Bᵀ d) ⊙ (A dy)].
 *
 * Each works on four channels at a time, and writes vectors that lie `toStep` bytes apart.
 */
export class Transform {
  /** Bᵀ d: six to six. */
  @inline
  static input(
    d0: v128,
    d1: v128,
    d2: v128,
    d3: v128,
    d4: v128,
    d5: v128,
    to: usize,
    toStep: usize,
  ): void {
    const four = f32x4.splat(4);
    const five = f32x4.splat(5);
    const even = f32x4.sub(d4, f32x4.mul(four, d2));
    const odd = f32x4.sub(d3, f32x4.mul(four, d1));
    const evens = f32x4.sub(d4, d2);
    const odds = f32x4.sub(d3, d1);
    const twice = f32x4.add(odds, odds);
    const first = f32x4.sub(f32x4.mul(four, d0), f32x4.mul(five, d2));
    const last = f32x4.sub(f32x4.mul(four, d1), f32x4.mul(five, d3));
    v128.store(to, f32x4.add(first, d4));
    v128.store(to + toStep, f32x4.add(even, odd));
    v128.store(to + 2 * toStep, f32x4.sub(even, odd));
    v128.store(to + 3 * toStep, f32x4.add(evens, twice));
    v128.store(to + 4 * toStep, f32x4.sub(evens, twice));
    v128.store(to + 5 * toStep, f32x4.add(last, d5));
  }

  /** G g: three, `step` bytes apart, to six. */
  @inline
  static filter(from: usize, step: usize, to: usize, toStep: usize): void {
    const g0 = v128.load(from);
    const g1 = v128.load(from + step);
    const g2 = v128.load(from + 2 * step);
    const ends = f32x4.mul(f32x4.add(g0, g2), f32x4.splat(-1 / 6.0));
    const middle = f32x4.mul(g1, f32x4.splat(1 / 6.0));
    // (g0 + 4 g2)/24 ± g1/12
    const far = f32x4.mul(f32x4.add(g0, f32x4.mul(g2, f32x4.splat(4))), f32x4.splat(1 / 24.0));
    const half = f32x4.mul(g1, f32x4.splat(1 / 12.0));
    v128.store(to, f32x4.mul(g0, f32x4.splat(0.25)));
    v128.store(to + toStep, f32x4.sub(ends, middle));
    v128.store(to + 2 * toStep, f32x4.add(ends, middle));
    v128.store(to + 3 * toStep, f32x4.add(far, half));
    v128.store(to + 4 * toStep, f32x4.sub(far, half));
    v128.store(to + 5 * toStep, g2);
  }

  /**
   * Aᵀ m: six, `step` bytes apart, to four; where it is the `last` transform, a constant, plus `b` and at
   * least `lower`.
   */
  @inline
  static output(
    last: bool,
    from: usize,
    step: usize,
    b: v128,
    lower: v128,
    to: usize,
    toStep: usize,
  ): void {
    const m0 = v128.load(from);
    const m1 = v128.load(from + step);
    const m2 = v128.load(from + 2 * step);
    const m3 = v128.load(from + 3 * step);
    const m4 = v128.load(from + 4 * step);
    const m5 = v128.load(from + 5 * step);
    const sum1 = f32x4.add(m1, m2);
    const sum2 = f32x4.add(m3, m4);
    const difference1 = f32x4.sub(m1, m2);
    const difference2 = f32x4.sub(m3, m4);
    const twice = f32x4.add(difference2, difference2);
    const y0 = f32x4.add(m0, f32x4.add(sum1, sum2));
    const y1 = f32x4.add(difference1, twice);
    const y2 = f32x4.add(sum1, f32x4.mul(sum2, f32x4.splat(4)));
    const cubes = f32x4.mul(difference2, f32x4.splat(8));
    const y3 = f32x4.add(f32x4.add(difference1, cubes), m5);
    v128.store(to, last ? f32x4.max(f32x4.add(y0, b), lower) : y0);
    v128.store(to + toStep, last ? f32x4.max(f32x4.add(y1, b), lower) : y1);
    v128.store(to + 2 * toStep, last ? f32x4.max(f32x4.add(y2, b), lower) : y2);
    v128.store(to + 3 * toStep, last ? f32x4.max(f32x4.add(y3, b), lower) : y3);
  }

  /** A dy: four to six. */
  @inline
  static gradient(y0: v128, y1: v128, y2: v128, y3: v128, to: usize, toStep: usize): void {
    const even = f32x4.add(y0, y2);
    const odd = f32x4.add(y1, y3);
    const four = f32x4.splat(4);
    const far = f32x4.add(y0, f32x4.mul(y2, four));
    const near = f32x4.add(y1, f32x4.mul(y3, four));
    const twice = f32x4.add(near, near);
    v128.store(to, y0);
    v128.store(to + toStep, f32x4.add(even, odd));
    v128.store(to + 2 * toStep, f32x4.sub(even, odd));
    v128.store(to + 3 * toStep, f32x4.add(far, twice));
    v128.store(to + 4 * toStep, f32x4.sub(far, twice));
    v128.store(to + 5 * toStep, y3);
  }

  /** Gᵀ s: six, `step` bytes apart, to three. */
  @inline
  static filterGradient(from: usize, step: usize, to: usize, toStep: usize): void {
    const s0 = v128.load(from);
    const s1 = v128.load(from + step);
    const s2 = v128.load(from + 2 * step);
    const s3 = v128.load(from + 3 * step);
    const s4 = v128.load(from + 4 * step);
    const s5 = v128.load(from + 5 * step);
    const near = f32x4.mul(f32x4.add(s1, s2), f32x4.splat(-1 / 6.0));
    const far = f32x4.add(s3, s4);
    const turned = f32x4.mul(f32x4.sub(s2, s1), f32x4.splat(1 / 6.0));
    const farTurned = f32x4.mul(f32x4.sub(s3, s4), f32x4.splat(1 / 12.0));
    const first = f32x4.add(f32x4.mul(s0, f32x4.splat(0.25)), near);
    v128.store(to, f32x4.add(first, f32x4.mul(far, f32x4.splat(1 / 24.0))));
    v128.store(to + toStep, f32x4.add(turned, farTurned));
    const last = f32x4.add(near, f32x4.mul(far, f32x4.splat(1 / 6.0)));
    v128.store(to + 2 * toStep, f32x4.add(last, s5));
  }
}
