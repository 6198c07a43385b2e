import { Exp } from './exp';

/*
 * Activations y = f(x) and their gradients dx = dy · f'(x). Each f' is a function of y alone, so that x
 * need not be kept:
 *
 *     ReLU      y = max(x, 0)        1 where y > 0
 *     sigmoid   y = 1/(1 + e^−x)     y (1 − y)
 *     tanh      y = 2σ(2x) − 1       1 − y² = (1 − y)(1 + y)
 *
 * All arrays hold float32; `first` to `end` count vectors of four, and `count` is that of the elements,
 * of which the last vector may have fewer. A NaN stays one.
 */
export const RELU = 0;
export const SIGMOID = 1;
export const TANH = 2;

export function activate(kind: i32, count: i32, x: usize, y: usize, first: i32, end: i32): void {
  if (kind == RELU) Activation.each(RELU, count, x, y, first, end);
  else if (kind == SIGMOID) Activation.each(SIGMOID, count, x, y, first, end);
  else Activation.each(TANH, count, x, y, first, end);
}

export function activationGradient(
  kind: i32,
  count: i32,
  y: usize,
  dy: usize,
  dx: usize,
  first: i32,
  end: i32,
): void {
  if (kind == RELU) Activation.eachGradient(RELU, count, y, dy, dx, first, end);
  else if (kind == SIGMOID) Activation.eachGradient(SIGMOID, count, y, dy, dx, first, end);
  else Activation.eachGradient(TANH, count, y, dy, dx, first, end);
}

class Activation {
  @inline
  static each(kind: i32, count: i32, x: usize, y: usize, first: i32, end: i32): void {
    const whole = min(end, count >> 2);
    for (let i = (<usize>first) << 4; i < (<usize>whole) << 4; i += 16) {
      v128.store(y + i, Activation.of(kind, v128.load(x + i)));
    }
    if (end == whole) return;
    for (let i = (<usize>whole) << 4; i < (<usize>count) << 2; i += 4) {
      f32.store(y + i, f32x4.extract_lane(Activation.of(kind, v128.load32_zero(x + i)), 0));
    }
  }

  @inline
  static of(kind: i32, x: v128): v128 {
    if (kind == RELU) return f32x4.max(x, f32x4.splat(0));
    const one = f32x4.splat(1);
    const z = kind == TANH ? f32x4.add(x, x) : x;
    const sigmoid = f32x4.div(one, f32x4.add(one, Exp.float32(f32x4.neg(z))));
    return kind == TANH ? f32x4.sub(f32x4.add(sigmoid, sigmoid), one) : sigmoid;
  }

  @inline
  static eachGradient(
    kind: i32,
    count: i32,
    y: usize,
    dy: usize,
    dx: usize,
    first: i32,
    end: i32,
  ): void {
    const whole = min(end, count >> 2);
    for (let i = (<usize>first) << 4; i < (<usize>whole) << 4; i += 16) {
      v128.store(dx + i, Activation.gradient(kind, v128.load(y + i), v128.load(dy + i)));
    }
    if (end == whole) return;
    for (let i = (<usize>whole) << 4; i < (<usize>count) << 2; i += 4) {
      const one = Activation.gradient(kind, v128.load32_zero(y + i), v128.load32_zero(dy + i));
      f32.store(dx + i, f32x4.extract_lane(one, 0));
    }
  }

  @inline
  static gradient(kind: i32, y: v128, dy: v128): v128 {
    if (kind == RELU) return v128.and(dy, f32x4.gt(y, f32x4.splat(0)));
    const one = f32x4.splat(1);
    const slope =
      kind == TANH
        ? f32x4.mul(f32x4.sub(one, y), f32x4.add(one, y))
        : f32x4.mul(y, f32x4.sub(one, y));
    return f32x4.mul(dy, slope);
  }
}
