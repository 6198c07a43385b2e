import { Pyramid } from './pyramid.ts';
import { Smoothed } from './smoothing.ts';
import { column, type Trace } from './trace.ts';

/** Shorter lines are looked at point by point. */
const worthwhile = 256;

/**
 * What a page has worked out of the runs' long columns, kept as long as they are: each grows by what
 * has come since it was last asked for.
 */
export class SeriesIndex {
  readonly #pyramids = new WeakMap<ArrayLike<number>, Pyramid>();
  readonly #smoothed = new WeakMap<ArrayLike<number>, Smoothed>();

  /** The trace with a pyramid, if it is long. */
  indexed(trace: Trace): Trace {
    if (trace.end - trace.begin < worthwhile) return trace;
    const { values } = trace.ys;
    const pyramid = kept(this.#pyramids, values, () => new Pyramid());
    return { ...trace, pyramid: pyramid.extend(values, trace.end) };
  }

  /** The trace smoothed; one weight is kept for each column. @param steps of all its values */
  smoothed(trace: Trace, steps: ArrayLike<number>, weight: number): Trace {
    const { values, offset, factor } = trace.ys;
    const last = this.#smoothed.get(values);
    if (last !== undefined && last.weight !== weight) this.#smoothed.delete(values);
    const smoothed = kept(this.#smoothed, values, () => new Smoothed(weight));
    smoothed.extend(values, steps, trace.end);
    return {
      ...trace,
      ys: column(smoothed.values, offset, factor),
      pyramid: smoothed.pyramid,
    };
  }
}

function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
