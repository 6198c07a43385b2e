/*
 * The exponential and the logarithm without a table, since a guest in another module's memory brings no
 * data. Both by the textbook: reduce the argument to a small interval, where a series is short.
 */

/** Decorators are TypeScript's only on methods: hence a class for what is compiled into its caller. */
export class Exp {
  /**
   * e^x of four float32, to 2 units in the last place: x = n ln 2 + r with |r| ≤ ½ ln 2, and
   * e^x = 2ⁿ e^r, e^r by its series to r⁷/7! (r⁸/8! is 1e-8 of it). 0 below −87.3 and ∞ above 88.7; NaN of
   * NaN. n ln 2 is subtracted in two pieces, the first with few enough bits that n times it is exact.
   */
  @inline
  static float32(x: v128): v128 {
    const clamped = f32x4.max(f32x4.min(x, f32x4.splat(89)), f32x4.splat(-88));
    const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(1.44269504)));
    let r = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375)));
    r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-0.00021219444)));
    let p = f32x4.splat(1 / 5040.0);
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1 / 720.0));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1 / 120.0));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1 / 24.0));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1 / 6.0));
    p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
    p = f32x4.add(f32x4.mul(f32x4.mul(p, r), r), f32x4.add(r, f32x4.splat(1)));
    // 2ⁿ in two halves: n may be 128, and 2¹²⁸ has no bit pattern of its own.
    const whole = i32x4.trunc_sat_f32x4_s(n);
    const half = i32x4.shr_s(whole, 1);
    const scale = Exp.powerOfTwo(half);
    const rest = Exp.powerOfTwo(i32x4.sub(whole, half));
    // The smallest results are flushed to 0 below, as −∞ must give 0.
    const y = f32x4.mul(f32x4.mul(p, scale), rest);
    return v128.andnot(y, f32x4.lt(x, f32x4.splat(-87.33654)));
  }

  @inline
  static powerOfTwo(n: v128): v128 {
    return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
  }

  /**
   * e^x of two float64 x ≤ 0, to 2e-16: the same with the series to r¹³/13!. 0 below −708; NaN of NaN.
   */
  @inline
  static float64(x: v128): v128 {
    const clamped = f64x2.max(x, f64x2.splat(-709));
    // Adding 1.5 · 2⁵² rounds to a whole number, and leaves it in the lowest bits.
    const shifted = f64x2.add(f64x2.mul(clamped, f64x2.splat(LOG2_E)), f64x2.splat(ROUNDER));
    const n = f64x2.sub(shifted, f64x2.splat(ROUNDER));
    let r = f64x2.sub(clamped, f64x2.mul(n, f64x2.splat(LN2_HIGH)));
    r = f64x2.sub(r, f64x2.mul(n, f64x2.splat(LN2_LOW)));
    let p = f64x2.splat(1 / 6227020800.0);
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 479001600.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 39916800.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 3628800.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 362880.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 40320.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 5040.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 720.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 120.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 24.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1 / 6.0));
    p = f64x2.add(f64x2.mul(p, r), f64x2.splat(0.5));
    p = f64x2.add(f64x2.mul(f64x2.mul(p, r), r), f64x2.add(r, f64x2.splat(1)));
    const scale = i64x2.shl(i64x2.add(shifted, i64x2.splat(1023)), 52);
    return v128.andnot(f64x2.mul(p, scale), f64x2.lt(x, f64x2.splat(-708)));
  }
}

/** 1/ln 2, and ln 2 as a head of 33 bits, of which any n times it is exact, and the rest. */
const LOG2_E: f64 = 1.4426950408889634;
const LN2_HIGH: f64 = 6.9314718036912381649e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const ROUNDER: f64 = 6755399441055744;

/**
 * ln(1 + t) for t in 0..∞, to 3e-16: 1 + t = 2ⁿ m with m in √½..√2, ln m = 2 artanh s with
 * s = (m − 1)/(m + 1), |s| ≤ 0.172, by its series to s²¹/21. For t below √2 − 1, s is t/(2 + t), and
 * nothing is lost to the 1.
 */
export function log1p64(t: f64): f64 {
  let n: f64 = 0;
  let s = t / (2 + t);
  if (t > 0.41421356237309503) {
    const bits = reinterpret<i64>(1 + t);
    // Adding the distance from √½ to 1 carries into the exponent from √2 on.
    const above = bits - reinterpret<i64>(<f64>0.70710678118654757);
    const exponent = above >> 52;
    const m = reinterpret<f64>(bits - (exponent << 52));
    n = <f64>exponent;
    s = (m - 1) / (m + 1);
  }
  const z = s * s;
  let p: f64 = 1 / 21.0;
  p = p * z + 1 / 19.0;
  p = p * z + 1 / 17.0;
  p = p * z + 1 / 15.0;
  p = p * z + 1 / 13.0;
  p = p * z + 1 / 11.0;
  p = p * z + 1 / 9.0;
  p = p * z + 1 / 7.0;
  p = p * z + 1 / 5.0;
  p = p * z + 1 / 3.0;
  const log = 2 * s + 2 * s * z * p;
  return n * LN2_HIGH + (log + n * LN2_LOW);
}
