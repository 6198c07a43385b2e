/**
 * Which of many points to draw: of each of `buckets` stretches of x the first, the smallest and the
 * largest y, and every y that is NaN or infinite, so that neither a spike nor a divergence is lost.
 * Returns ascending indices. `xs` ascends.
 */
export function decimate(xs: readonly number[], ys: readonly number[], buckets: number): number[] {
  const [from, to] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  if (xs.length <= 3 * buckets || !(to > from)) return xs.map((_, index) => index);
  const kept: number[] = [];
  let bucket = new Bucket();
  for (let index = 0, last = 0; index < xs.length; index++) {
    const current = bucketOf(xs[index] ?? to, from, to, buckets);
    if (current !== last) {
      kept.push(...bucket.indices());
      bucket = new Bucket();
      last = current;
    }
    bucket.add(index, ys[index] ?? NaN);
  }
  kept.push(...bucket.indices(), xs.length - 1);
  return [...new Set(kept)];
}

function bucketOf(x: number, from: number, to: number, buckets: number): number {
  return Math.min(Math.floor(((x - from) / (to - from)) * buckets), buckets - 1);
}

class Bucket {
  #first: number | undefined;
  #min = { index: -1, y: Infinity };
  #max = { index: -1, y: -Infinity };
  readonly #invalid: number[] = [];

  add(index: number, y: number): void {
    this.#first ??= index;
    if (!Number.isFinite(y)) this.#invalid.push(index);
    else {
      if (y < this.#min.y) this.#min = { index, y };
      if (y > this.#max.y) this.#max = { index, y };
    }
  }

  indices(): number[] {
    const chosen = [this.#first ?? -1, this.#min.index, this.#max.index, ...this.#invalid];
    return [...new Set(chosen.filter((index) => index >= 0))].sort((a, b) => a - b);
  }
}
