/*
 * The one-dimensional transforms of Winograd's F(4, 3) (Lavin & Gray 2016, "Fast Algorithms for
 * Convolutional Neural Networks", section 4.1). Four outputs y of a filter g of three taps over six
 * inputs d are
 *
 *     y = Aᵀ [(G g) ⊙ (Bᵀ d)],
 *
 * six products instead of twelve: polynomial multiplication by values at six points. Applied to rows and
 * columns, 36 products instead of 144 for 4x4 outputs. Transposed, the same identity gives the gradient at
 * the filter: dg = Gᵀ [(Bᵀ d) ⊙ (A dy)].
 *
 * Any points do in exact arithmetic; the usual 0, ±1, ±2, ∞ lose a digit in float32. At 0, ±¾, ±³⁄₂, ∞ the
 * largest error is a sixth of theirs, hardly more than that of the plain sum, and every power of a point
 * is a float32. With a = ¾ and b = ³⁄₂, the product of x − p over the points other than p is
 *
 *     p = 0      (x² − a²)(x² − b²)     = x⁴ − 45/16 x² + 81/64,       at p: 81/64
 *     p = ±a     x (x ± a)(x² − b²)     = x⁴ ± a x³ − b² x² ∓ a b² x,  at p: −243/128
 *     p = ±b     x (x ± b)(x² − a²)     = x⁴ ± b x³ − a² x² ∓ b a² x,  at p: 243/32
 *     p = ∞      x (x² − a²)(x² − b²)   = x⁵ − 45/16 x³ + 81/64 x
 *
 * whose coefficients are the rows of Bᵀ; a row of G is (1, p, p²) divided by the value at p, a column of
 * Aᵀ is (1, p, p², p³).
 *
 * Each works on four channels at a time, and writes vectors that lie `toStep` bytes apart.
 */
const A: f32 = 0.75;
const B: f32 = 1.5;
const AT_ZERO: f32 = 64.0 / 81.0;
const AT_A: f32 = -128.0 / 243.0;
const AT_B: f32 = 32.0 / 243.0;

/** Decorators are TypeScript's only on methods: hence a class for what is compiled into its caller. */
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
    const evenA = f32x4.sub(d4, Transform.times(B * B, d2));
    const oddA = Transform.times(A, f32x4.sub(d3, Transform.times(B * B, d1)));
    const evenB = f32x4.sub(d4, Transform.times(A * A, d2));
    const oddB = Transform.times(B, f32x4.sub(d3, Transform.times(A * A, d1)));
    const first = f32x4.sub(Transform.times(81.0 / 64.0, d0), Transform.times(45.0 / 16.0, d2));
    const last = f32x4.sub(Transform.times(81.0 / 64.0, d1), Transform.times(45.0 / 16.0, d3));
    v128.store(to, f32x4.add(first, d4));
    v128.store(to + toStep, f32x4.add(evenA, oddA));
    v128.store(to + 2 * toStep, f32x4.sub(evenA, oddA));
    v128.store(to + 3 * toStep, f32x4.add(evenB, oddB));
    v128.store(to + 4 * toStep, f32x4.sub(evenB, oddB));
    v128.store(to + 5 * toStep, f32x4.add(last, d5));
  }

  /** G g: three, `step` bytes apart, to six. */
  @inline
  static filter(from: usize, step: usize, to: usize, toStep: usize): void {
    const g0 = v128.load(from);
    const g1 = v128.load(from + step);
    const g2 = v128.load(from + 2 * step);
    const evenA = Transform.times(AT_A, f32x4.add(g0, Transform.times(A * A, g2)));
    const oddA = Transform.times(AT_A * A, g1);
    const evenB = Transform.times(AT_B, f32x4.add(g0, Transform.times(B * B, g2)));
    const oddB = Transform.times(AT_B * B, g1);
    v128.store(to, Transform.times(AT_ZERO, g0));
    v128.store(to + toStep, f32x4.add(evenA, oddA));
    v128.store(to + 2 * toStep, f32x4.sub(evenA, oddA));
    v128.store(to + 3 * toStep, f32x4.add(evenB, oddB));
    v128.store(to + 4 * toStep, f32x4.sub(evenB, oddB));
    v128.store(to + 5 * toStep, g2);
  }

  /**
   * Aᵀ m: six, `step` bytes apart, to four; where it is the `last` transform, a constant, plus `bias` and
   * at least `lower`.
   */
  @inline
  static output(
    last: bool,
    from: usize,
    step: usize,
    bias: v128,
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
    const evenA = f32x4.add(m1, m2);
    const oddA = f32x4.sub(m1, m2);
    const evenB = f32x4.add(m3, m4);
    const oddB = f32x4.sub(m3, m4);
    const y0 = f32x4.add(m0, f32x4.add(evenA, evenB));
    const y1 = f32x4.add(Transform.times(A, oddA), Transform.times(B, oddB));
    const y2 = f32x4.add(Transform.times(A * A, evenA), Transform.times(B * B, evenB));
    const cubes = f32x4.add(Transform.times(A * A * A, oddA), Transform.times(B * B * B, oddB));
    const y3 = f32x4.add(cubes, m5);
    v128.store(to, last ? f32x4.max(f32x4.add(y0, bias), lower) : y0);
    v128.store(to + toStep, last ? f32x4.max(f32x4.add(y1, bias), lower) : y1);
    v128.store(to + 2 * toStep, last ? f32x4.max(f32x4.add(y2, bias), lower) : y2);
    v128.store(to + 3 * toStep, last ? f32x4.max(f32x4.add(y3, bias), lower) : y3);
  }

  /** A dy: four to six. */
  @inline
  static gradient(y0: v128, y1: v128, y2: v128, y3: v128, to: usize, toStep: usize): void {
    const evenA = f32x4.add(y0, Transform.times(A * A, y2));
    const oddA = f32x4.add(Transform.times(A, y1), Transform.times(A * A * A, y3));
    const evenB = f32x4.add(y0, Transform.times(B * B, y2));
    const oddB = f32x4.add(Transform.times(B, y1), Transform.times(B * B * B, y3));
    v128.store(to, y0);
    v128.store(to + toStep, f32x4.add(evenA, oddA));
    v128.store(to + 2 * toStep, f32x4.sub(evenA, oddA));
    v128.store(to + 3 * toStep, f32x4.add(evenB, oddB));
    v128.store(to + 4 * toStep, f32x4.sub(evenB, oddB));
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
    const evenA = Transform.times(AT_A, f32x4.add(s1, s2));
    const oddA = Transform.times(AT_A * A, f32x4.sub(s1, s2));
    const evenB = Transform.times(AT_B, f32x4.add(s3, s4));
    const oddB = Transform.times(AT_B * B, f32x4.sub(s3, s4));
    const squares = f32x4.add(Transform.times(A * A, evenA), Transform.times(B * B, evenB));
    v128.store(to, f32x4.add(Transform.times(AT_ZERO, s0), f32x4.add(evenA, evenB)));
    v128.store(to + toStep, f32x4.add(oddA, oddB));
    v128.store(to + 2 * toStep, f32x4.add(squares, s5));
  }

  @inline
  static times(factor: f32, x: v128): v128 {
    return f32x4.mul(f32x4.splat(factor), x);
  }
}
