import { measure, clear, SUMS_BYTES } from './statistics';
import { ADAM, MOMENTUM, NESTEROV, RMSPROP, SGD, UpdateLanes } from './update-lanes';

/*
 * One optimizer step over a parameter tensor, in place, and, while each block of it is in the nearest
 * cache, the sums from which its gradient statistics follow (see `statistics.ts`).
 *
 * All arrays hold `count` float32; `first` to `end` count blocks of 64. Part ⌊first / perPart⌋ of the sums
 * is written. `slot1` and `slot2` are what the rule keeps between steps, anything where it keeps less.
 * `scratch` is a block. `numbers` are 11 float32: those of the rule, and four that adjust what it is given
 * (see `update-lanes.ts`); a rule ignores those that it has no use for.
 *
 *     rate   decay1   gain1   decay2   gain2   scale   epsilon   clip   l2   l1   keep
 *
 * Only the kernels named adjusted… heed the last four. They are kernels of their own, since two loops in one
 * function leave each fewer registers: SGD was 1.2 times as slow.
 */

// prettier-ignore
export function sgd(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(SGD, false, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function momentum(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(MOMENTUM, false, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function nesterov(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(NESTEROV, false, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function rmsprop(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(RMSPROP, false, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function adam(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(ADAM, false, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function adjustedSgd(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(SGD, true, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function adjustedMomentum(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(MOMENTUM, true, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function adjustedNesterov(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(NESTEROV, true, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function adjustedRmsprop(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(RMSPROP, true, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

// prettier-ignore
export function adjustedAdam(count: i32, gradient: usize, weights: usize, slot1: usize, slot2: usize, parts: usize, perPart: i32, numbers: usize, first: i32, end: i32, scratch: usize): void {
  Step.run(ADAM, true, count, gradient, weights, slot1, slot2, parts, perPart, numbers, first, end, scratch);
}

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
    isAdjusted: bool,
    count: i32,
    gradient: usize,
    weights: usize,
    slot1: usize,
    slot2: usize,
    parts: usize,
    perPart: i32,
    numbers: usize,
    first: i32,
    end: i32,
    scratch: usize,
  ): void {
    const sums = parts + <usize>(first / perPart) * SUMS_BYTES;
    clear(sums);
    // Counted as zeros, the gradients that nobody sums up are not taken for ones too small to sum up.
    if (isDefined(WITHOUT_STATISTICS)) f64.store(sums, min(count, end << 6) - (first << 6), 32);
    const rate = f32.load(numbers);
    const decay1 = f32.load(numbers, 4);
    const gain1 = f32.load(numbers, 8);
    const decay2 = f32.load(numbers, 12);
    const gain2 = f32.load(numbers, 16);
    const scale = f32.load(numbers, 20);
    const epsilon = f32.load(numbers, 24);
    const clip = f32.load(numbers, 28);
    const l2 = f32.load(numbers, 32);
    const l1 = f32.load(numbers, 36);
    const keep = f32.load(numbers, 40);
    const bytes = (<usize>count) << 2;
    for (let block = first; block < end; ++block) {
      const begin = (<usize>block) << 8;
      const stop = min(begin + BLOCK, bytes);
      const vectors = stop & ~15;
      let at = begin;
      for (; at < vectors; at += 16) {
        // prettier-ignore
        UpdateLanes.step(true, rule, isAdjusted, gradient + at, weights + at, scratch + at - begin, slot1 + at, slot2 + at, rate, decay1, gain1, decay2, gain2, scale, epsilon, clip, l2, l1, keep);
      }
      for (; at < stop; at += 4) {
        // prettier-ignore
        UpdateLanes.step(false, rule, isAdjusted, gradient + at, weights + at, scratch + at - begin, slot1 + at, slot2 + at, rate, decay1, gain1, decay2, gain2, scale, epsilon, clip, l2, l1, keep);
      }
      if (!isDefined(WITHOUT_STATISTICS)) {
        measure(sums, gradient + begin, weights + begin, scratch, stop - begin);
      }
      copyBlock(weights + begin, scratch, stop - begin);
    }
  }
}
