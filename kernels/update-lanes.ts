/*
 * The rules, told apart while compiling, so that each becomes a loop of its own:
 *
 *     SGD        w' = keep · w − rate · p
 *     MOMENTUM   v ← decay1 · v + p                    w' = keep · w − rate · v
 *     NESTEROV   v ← decay1 · v + p                    w' = keep · w − rate · (p + decay1 · v)
 *     RMSPROP    v ← decay1 · v + gain1 · p²           w' = keep · w − rate · p / (√v + ε)
 *     ADAM       m ← decay1 · m + gain1 · p
 *                v ← decay2 · v + gain2 · p²           w' = keep · w − rate · m / (√v · scale + ε)
 *
 *     p = clip · g + l2 · w + l1 · sign(w)
 *
 * is the gradient g of the loss, clipped, and that of the penalties ½ l2 ‖w‖² and l1 ‖w‖₁; keep is
 * 1 − ηλ for a decoupled decay λ. A loop that is not adjusted has p = g and keep = 1.
 *
 * The bias corrections of Adam's step t are folded into two numbers: m̂ = m/(1−β₁ᵗ) makes `rate`
 * η/(1−β₁ᵗ), and √v̂ = √v/√(1−β₂ᵗ) makes `scale` 1/√(1−β₂ᵗ). Decays are β, gains are 1−β.
 */
export const SGD = 0;
export const MOMENTUM = 1;
export const NESTEROV = 2;
export const RMSPROP = 3;
export const ADAM = 4;

/** All of it is compiled into the caller. */
export class UpdateLanes {
  /** The step of four weights, or of one where `all` is false. */
  @inline
  static step(
    all: bool,
    rule: i32,
    isAdjusted: bool,
    gradient: usize,
    weights: usize,
    next: usize,
    slot1: usize,
    slot2: usize,
    rate: f32,
    decay1: f32,
    gain1: f32,
    decay2: f32,
    gain2: f32,
    scale: f32,
    epsilon: f32,
    clip: f32,
    l2: f32,
    l1: f32,
    keep: f32,
  ): void {
    let push = UpdateLanes.load(all, gradient);
    let w = UpdateLanes.load(all, weights);
    if (isAdjusted) {
      push = UpdateLanes.adjusted(push, w, clip, l2, l1);
      w = f32x4.mul(w, f32x4.splat(keep));
    }
    if (rule == MOMENTUM) {
      push = UpdateLanes.accumulate(all, slot1, decay1, push);
    }
    if (rule == NESTEROV) {
      const v = UpdateLanes.accumulate(all, slot1, decay1, push);
      push = f32x4.add(push, f32x4.mul(v, f32x4.splat(decay1)));
    }
    if (rule == RMSPROP) {
      const v = UpdateLanes.accumulateSquare(all, slot1, decay1, gain1, push);
      push = f32x4.div(push, f32x4.add(f32x4.sqrt(v), f32x4.splat(epsilon)));
    }
    if (rule == ADAM) {
      const m = UpdateLanes.accumulate(all, slot1, decay1, f32x4.mul(push, f32x4.splat(gain1)));
      const v = UpdateLanes.accumulateSquare(all, slot2, decay2, gain2, push);
      const root = f32x4.mul(f32x4.sqrt(v), f32x4.splat(scale));
      push = f32x4.div(m, f32x4.add(root, f32x4.splat(epsilon)));
    }
    const step = f32x4.mul(push, f32x4.splat(rate));
    UpdateLanes.store(all, next, f32x4.sub(w, step));
  }

  /** The sign of 0 is 0: a weight that the penalty has brought there stays. */
  @inline
  static adjusted(g: v128, w: v128, clip: f32, l2: f32, l1: f32): v128 {
    const sign = v128.and(w, i32x4.splat(0x80000000));
    const signed = v128.or(f32x4.splat(l1), sign);
    const pull = v128.and(signed, f32x4.ne(w, f32x4.splat(0)));
    const decay = f32x4.mul(w, f32x4.splat(l2));
    return f32x4.add(f32x4.add(f32x4.mul(g, f32x4.splat(clip)), decay), pull);
  }

  /** slot ← decay · slot + x, and gives it. */
  @inline
  static accumulate(all: bool, slot: usize, decay: f32, x: v128): v128 {
    const sum = f32x4.add(f32x4.mul(UpdateLanes.load(all, slot), f32x4.splat(decay)), x);
    UpdateLanes.store(all, slot, sum);
    return sum;
  }

  /** slot ← decay · slot + gain · x², and gives it. */
  @inline
  static accumulateSquare(all: bool, slot: usize, decay: f32, gain: f32, x: v128): v128 {
    const square = f32x4.mul(f32x4.mul(x, x), f32x4.splat(gain));
    return UpdateLanes.accumulate(all, slot, decay, square);
  }

  @inline
  static load(all: bool, from: usize): v128 {
    return all ? v128.load(from) : v128.load32_zero(from);
  }

  @inline
  static store(all: bool, to: usize, value: v128): void {
    if (all) v128.store(to, value);
    else f32.store(to, f32x4.extract_lane(value, 0));
  }
}
