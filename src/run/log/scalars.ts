import type { Buckets } from './histogram-proto.ts';
import type { SummaryValue } from './summary-proto.ts';

export function scalar(tag: string, value: number): SummaryValue {
  return { type: 'scalar', tag, value };
}

/** The scalars of one record by their tags, and its histograms. */
export class Scalars {
  readonly #values = new Map<string, number>();
  readonly #buckets = new Map<string, Buckets>();

  constructor(values: readonly SummaryValue[]) {
    for (const value of values) {
      if (value.type === 'scalar') this.#values.set(value.tag, value.value);
      if (value.type === 'histogram') this.#buckets.set(value.tag, value.buckets);
    }
  }

  buckets(tag: string): Buckets | undefined {
    return this.#buckets.get(tag);
  }

  /** Of the scalars, in the order of the record. */
  get tags(): readonly string[] {
    return [...this.#values.keys()];
  }

  get(tag: string): number | undefined {
    return this.#values.get(tag);
  }

  /** A number that counts something; undefined if it is missing or cannot be one. */
  getCount(tag: string): number | undefined {
    const value = this.#values.get(tag);
    return Number.isInteger(value) ? value : undefined;
  }
}
