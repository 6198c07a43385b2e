import type { Buckets } from './histogram-proto.ts';
import type { SummaryValue } from './summary-proto.ts';

export function scalar(tag: string, value: number): SummaryValue {
  return { type: 'scalar', tag, value };
}

/** The scalars of one record by their tags, and its histograms and tensors. */
export class Scalars {
  readonly #values = new Map<string, number>();
  readonly #buckets = new Map<string, Buckets>();
  readonly #tensors = new Map<string, readonly number[]>();

  constructor(values: readonly SummaryValue[]) {
    for (const value of values) {
      if (value.type === 'scalar') this.#values.set(value.tag, value.value);
      if (value.type === 'tensor') this.#tensors.set(value.tag, value.values);
      if (value.type === 'histogram') this.#buckets.set(value.tag, value.buckets);
    }
  }

  buckets(tag: string): Buckets | undefined {
    return this.#buckets.get(tag);
  }

  tensor(tag: string): readonly number[] | undefined {
    return this.#tensors.get(tag);
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
