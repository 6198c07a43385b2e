/** What lies in a stretch of a line. */
export interface Extent {
  /** Of the finite values; Infinity and −Infinity where there is none. */
  min: number;
  max: number;
  /** The smallest finite value above 0, for logarithmic axes; Infinity where there is none. */
  leastPositive: number;
  /** How many are NaN or infinite. */
  invalid: number;
}

export function emptyExtent(): Extent {
  return { min: Infinity, max: -Infinity, leastPositive: Infinity, invalid: 0 };
}

/** Values under one block of the lowest level, and blocks under one block of the next. */
const blockSize = 32;
/** Numbers kept of a block. */
const fields = 4;

/**
 * The extents of ever longer stretches of a growing line: level 0 of each 32 values, level n + 1 of
 * each 32 blocks of level n, full ones alone. The extent of any stretch then takes at most 62 readings
 * a level, so a line of a million points is asked as quickly as one of thousands, and nothing of it is
 * lost: an extreme or a NaN of a value is one of every block above it. Costs 1 to 1.5 bytes a value.
 */
export class Pyramid {
  readonly #levels: Level[] = [];
  #length = 0;

  /** How many values it has taken. */
  get length(): number {
    return this.#length;
  }

  get bytes(): number {
    return this.#levels.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Takes the values from its own length on; those before must be the same as ever. */
  extend(values: ArrayLike<number>, length = values.length): this {
    for (let block = this.#levels[0]?.count ?? 0; (block + 1) * blockSize <= length; block++) {
      const extent = emptyExtent();
      scanValues(values, block * blockSize, (block + 1) * blockSize, extent);
      this.#push(0, extent);
    }
    this.#length = Math.max(this.#length, length);
    return this;
  }

  /** Adds what lies in `begin` to `end` (exclusive) of the values to `into`. */
  query(values: ArrayLike<number>, begin: number, end: number, into: Extent): void {
    const scan = (from: number, to: number): void => scanValues(values, from, to, into);
    this.#query(0, begin, Math.min(end, this.#length), scan, into);
  }

  /** What does not fill a block of this level is read by `scan` from what lies under it. */
  #query(index: number, begin: number, end: number, scan: Scan, into: Extent): void {
    const level = this.#levels[index];
    const first = Math.ceil(begin / blockSize);
    const last = Math.floor(end / blockSize);
    if (level === undefined || first >= last) return scan(begin, end);
    scan(begin, first * blockSize);
    this.#query(index + 1, first, last, (from, to) => level.scan(from, to, into), into);
    scan(last * blockSize, end);
  }

  #push(index: number, extent: Extent): void {
    const level = (this.#levels[index] ??= new Level());
    level.push(extent);
    if (level.count % blockSize > 0) return;
    const folded = emptyExtent();
    level.scan(level.count - blockSize, level.count, folded);
    this.#push(index + 1, folded);
  }
}

type Scan = (begin: number, end: number) => void;

/** The extents of full blocks, one after the other. */
class Level {
  count = 0;
  #blocks = new Float64Array(blockSize * fields);

  get bytes(): number {
    return this.#blocks.byteLength;
  }

  push({ min, max, leastPositive, invalid }: Extent): void {
    const at = this.count * fields;
    if (at === this.#blocks.length) this.#grow();
    this.#blocks.set([min, max, leastPositive, invalid], at);
    this.count++;
  }

  scan(begin: number, end: number, into: Extent): void {
    const blocks = this.#blocks;
    for (let at = begin * fields; at < end * fields; at += fields) {
      into.min = Math.min(into.min, blocks[at] ?? NaN);
      into.max = Math.max(into.max, blocks[at + 1] ?? NaN);
      into.leastPositive = Math.min(into.leastPositive, blocks[at + 2] ?? NaN);
      into.invalid += blocks[at + 3] ?? 0;
    }
  }

  #grow(): void {
    const grown = new Float64Array(Math.ceil(this.count * 1.5) * fields);
    grown.set(this.#blocks);
    this.#blocks = grown;
  }
}

/** The same of values themselves. */
export function scanValues(
  values: ArrayLike<number>,
  begin: number,
  end: number,
  into: Extent,
): void {
  let { min, max, leastPositive, invalid } = into;
  for (let index = begin; index < end; index++) {
    const value = values[index] ?? NaN;
    if (value - value !== 0) {
      invalid++; // NaN and the infinities alone differ from themselves by something else than 0.
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    if (value > 0 && value < leastPositive) leastPositive = value;
  }
  into.min = min;
  into.max = max;
  into.leastPositive = leastPositive;
  into.invalid = invalid;
}
