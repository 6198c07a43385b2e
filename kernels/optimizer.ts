import { measure, clear, SUMS_BYTES } from './statistics';

/*
 * One optimizer step over a parameter tensor, in place, and, while each block of it is in the nearest
 * cache, the sums from which its gradient statistics follow (see `statistics.ts`).
 *
 * All arrays hold `count` float32; `first` to `end` count blocks of 64. Part ⌊first / perPart⌋ of the sums
 * is written. `scratch` is a block.
 */

/** w' = w − rate · g */
export function sgd(
  count: i32,
  gradient: usize,
  weights: usize,
  parts: usize,
  perPart: i32,
  rate: f32,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  // prettier-ignore
  Step.run(SGD, count, gradient, weights, 0, 0, parts, perPart, rate, 0, 0, 0, 0, 0, 0, first, end, scratch);
}

/** v ← decay · v + g, w' = w − rate · v */
export function momentum(
  count: i32,
  gradient: usize,
  weights: usize,
  v: usize,
  parts: usize,
  perPart: i32,
  rate: f32,
  decay: f32,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  // prettier-ignore
  Step.run(MOMENTUM, count, gradient, weights, v, 0, parts, perPart, rate, decay, 0, 0, 0, 0, 0, first, end, scratch);
}

/**
 * m ← β₁ m + (1−β₁) g, v ← β₂ v + (1−β₂) g², w' = w − rate · m / (√v · scale + ε)
 *
 * The bias corrections of step t are folded into two numbers: m̂ = m/(1−β₁ᵗ) makes `rate`
 * η/(1−β₁ᵗ), and √v̂ = √v/√(1−β₂ᵗ) makes `scale` 1/√(1−β₂ᵗ). `gain1` and `gain2` are 1−β.
 */
export function adam(
  count: i32,
  gradient: usize,
  weights: usize,
  m: usize,
  v: usize,
  parts: usize,
  perPart: i32,
  rate: f32,
  beta1: f32,
  gain1: f32,
  beta2: f32,
  gain2: f32,
  scale: f32,
  epsilon: f32,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  // prettier-ignore
  Step.run(ADAM, count, gradient, weights, m, v, parts, perPart, rate, beta1, gain1, beta2, gain2, scale, epsilon, first, end, scratch);
}

// The rules, told apart while compiling: each export above becomes a loop of its own.
const SGD = 0;
const MOMENTUM = 1;
const ADAM = 2;

/** Bytes of a block, few enough for `measure` and for every array's block to stay in the cache. */
const BLOCK: usize = 16 * 16;

function copyBlock(to: usize, from: usize, bytes: usize): void {
  const end = to + bytes;
  const vectors = to + (bytes & ~15);
  for (; to < vectors; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 4, from += 4) f32.store(to, f32.load(from));
}

/** Decorators are TypeScript's only on methods: hence a class for what is compiled into its caller. */
class Step {
  @inline
  static run(
    rule: i32,
    count: i32,
    gradient: usize,
    weights: usize,
    slot1: usize,
    slot2: usize,
    parts: usize,
    perPart: i32,
    rate: f32,
    decay1: f32,
    gain1: f32,
    decay2: f32,
    gain2: f32,
    scale: f32,
    epsilon: f32,
    first: i32,
    end: i32,
    scratch: usize,
  ): void {
    const bytes = (<usize>count) << 2;
    const sums = parts + <usize>(first / perPart) * SUMS_BYTES;
    clear(sums);
    // Counted as zeros, the gradients that nobody sums up are not taken for ones too small to sum up.
    if (isDefined(WITHOUT_STATISTICS)) f64.store(sums, min(count, end << 6) - (first << 6), 32);
    for (let block = first; block < end; ++block) {
      const begin = (<usize>block) << 8;
      const stop = min(begin + BLOCK, bytes);
      const vectors = stop & ~15;
      let at = begin;
      for (; at < vectors; at += 16) {
        // prettier-ignore
        Step.lanes(true, rule, gradient + at, weights + at, scratch + at - begin, slot1 + at, slot2 + at, rate, decay1, gain1, decay2, gain2, scale, epsilon);
      }
      for (; at < stop; at += 4) {
        // prettier-ignore
        Step.lanes(false, rule, gradient + at, weights + at, scratch + at - begin, slot1 + at, slot2 + at, rate, decay1, gain1, decay2, gain2, scale, epsilon);
      }
      if (!isDefined(WITHOUT_STATISTICS)) {
        measure(sums, gradient + begin, weights + begin, scratch, stop - begin);
      }
      copyBlock(weights + begin, scratch, stop - begin);
    }
  }

  /** The step of four weights, or of one where `all` is false. */
  @inline
  static lanes(
    all: bool,
    rule: i32,
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
  ): void {
    let push = Step.load(all, gradient);
    if (rule == MOMENTUM) {
      push = Step.accumulate(all, slot1, decay1, push);
    }
    if (rule == ADAM) {
      const m = Step.accumulate(all, slot1, decay1, f32x4.mul(push, f32x4.splat(gain1)));
      const square = f32x4.mul(f32x4.mul(push, push), f32x4.splat(gain2));
      const v = Step.accumulate(all, slot2, decay2, square);
      const root = f32x4.mul(f32x4.sqrt(v), f32x4.splat(scale));
      push = f32x4.div(m, f32x4.add(root, f32x4.splat(epsilon)));
    }
    const step = f32x4.mul(push, f32x4.splat(rate));
    Step.store(all, next, f32x4.sub(Step.load(all, weights), step));
  }

  /** slot ← decay · slot + x, and gives it. */
  @inline
  static accumulate(all: bool, slot: usize, decay: f32, x: v128): v128 {
    const sum = f32x4.add(f32x4.mul(Step.load(all, slot), f32x4.splat(decay)), x);
    Step.store(all, slot, sum);
    return sum;
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
