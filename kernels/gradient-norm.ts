/**
 * Part ⌊first / perPart⌋, a float64, = Σg² over vectors of four, `first` to `end`, of `count` float32; the
 * last vector may have fewer. Squared in float64, so that no gradient is too small or too large.
 */
export function squares(
  count: i32,
  gradient: usize,
  parts: usize,
  perPart: i32,
  first: i32,
  end: i32,
): void {
  const bytes = (<usize>count) << 2;
  const stop = min((<usize>end) << 4, bytes);
  const vectors = stop & ~15;
  let sums = f64x2.splat(0);
  let at = (<usize>first) << 4;
  for (; at < vectors; at += 16) {
    const g = v128.load(gradient + at);
    const low = f64x2.promote_low_f32x4(g);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i32>(g, g, 2, 3, 0, 1));
    sums = f64x2.add(sums, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
  }
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; at < stop; at += 4) {
    const g = <f64>f32.load(gradient + at);
    sum += g * g;
  }
  f64.store(parts + ((<usize>(first / perPart)) << 3), sum);
}
