/** Where a generator is in its numbers; plain data, for a checkpoint. */
export interface RandomState {
  readonly words: readonly [number, number, number, number];
  /** The second of two normal numbers, if only the first was drawn. */
  readonly spareNormal: number | null;
}

/**
 * The generator xoshiro128** 1.1 (Blackman & Vigna 2018, public domain, prng.di.unimi.it): 128 bits of
 * state, period 2^128 − 1. The same seed gives the same numbers on every platform.
 */
export class Random {
  readonly #state: Uint32Array;
  #spareNormal: number | undefined;

  /** `state` holds four 32-bit words, not all 0. */
  constructor(state: readonly [number, number, number, number]) {
    this.#state = Uint32Array.from(state);
  }

  /** 32 uniform bits as an unsigned number. */
  next(): number {
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = this.#state;
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const t2 = s2 ^ s0;
    const t3 = s3 ^ s1;
    this.#state[0] = s0 ^ t3;
    this.#state[1] = s1 ^ t2;
    this.#state[2] = t2 ^ (s1 << 9);
    this.#state[3] = rotateLeft(t3, 11);
    return result;
  }

  /** Uniform in [0, 1), in steps of 2^−32. */
  uniform(): number {
    return this.next() / 2 ** 32;
  }

  /** Uniform among 0, 1 … n − 1, 1 ≤ n ≤ 2^32: draws again where the last round of n is cut off. */
  below(n: number): number {
    const whole = 2 ** 32 - (2 ** 32 % n);
    let draw = this.next();
    while (draw >= whole) draw = this.next();
    return draw % n;
  }

  /** Standard normal, by the polar method of Marsaglia & Bray 1964, which gives two at a time. */
  normal(): number {
    const spare = this.#spareNormal;
    this.#spareNormal = undefined;
    if (spare !== undefined) return spare;
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spareNormal = y * scale;
      return x * scale;
    }
  }

  /** Puts 0 … order.length − 1's current arrangement into a uniformly random one (Fisher–Yates). */
  shuffle(order: Uint32Array): void {
    for (let last = order.length - 1; last > 0; last--) {
      const chosen = this.below(last + 1);
      const kept = order[last] ?? 0;
      order[last] = order[chosen] ?? 0;
      order[chosen] = kept;
    }
  }

  /** Goes 2^64 draws ahead: streams that are a jump apart never meet. */
  jump(): this {
    const ahead = new Uint32Array(4);
    for (const word of jumpPolynomial) {
      for (let bit = 0; bit < 32; bit++) {
        if (word & (1 << bit)) this.#state.forEach((s, i) => (ahead[i] = (ahead[i] ?? 0) ^ s));
        this.next();
      }
    }
    this.#state.set(ahead);
    return this;
  }

  save(): RandomState {
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = this.#state;
    return { words: [s0, s1, s2, s3], spareNormal: this.#spareNormal ?? null };
  }

  /** Goes on from where `save` was called. */
  restore({ words, spareNormal }: RandomState): void {
    this.#state.set(words);
    this.#spareNormal = spareNormal ?? undefined;
  }

  /** The four words of the state, for tests against the published vectors. */
  get state(): readonly number[] {
    return [...this.#state];
  }
}

/** Independent streams, so that one draw more for the weights does not change the order of the data. */
export interface RandomStreams {
  readonly weights: Random;
  readonly order: Random;
}

export function randomStreams(seed: number): RandomStreams {
  return { weights: seeded(seed), order: seeded(seed).jump() };
}

/** Seeds as the authors advise: with two outputs of splitmix64 (Steele, Lea & Flood 2014). */
export function seeded(seed: number): Random {
  const [first, second] = splitmix64(BigInt(seed));
  return new Random([low32(first), low32(first >> 32n), low32(second), low32(second >> 32n)]);
}

/** The first two outputs for a seed. */
export function splitmix64(seed: bigint): [bigint, bigint] {
  const output = (round: bigint): bigint => {
    let z = BigInt.asUintN(64, seed + round * 0x9e3779b97f4a7c15n);
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
  return [output(1n), output(2n)];
}

const jumpPolynomial = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b] as const;

const rotateLeft = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

const low32 = (x: bigint): number => Number(BigInt.asUintN(32, x));
