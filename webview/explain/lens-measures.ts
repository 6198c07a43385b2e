import { hardestFirst } from '../../src/insight/lens/hardest-first.ts';
import { marginsOf } from '../../src/insight/lens/margins.ts';
import { measure, type Measured } from '../../src/insight/lens/measured.ts';
import type { Outputs } from '../../src/run/outputs/outputs.ts';
import type { LensLoss } from './lens-loss.ts';

/** What was computed of outputs, each once: scrubbing back and forth computes nothing anew. */
export class LensMeasures {
  readonly #margins = new WeakMap<Outputs, Float64Array>();
  readonly #measured = new WeakMap<Outputs, Map<string, Measured>>();
  readonly #orders = new WeakMap<Measured, Uint32Array>();

  margins(outputs: Outputs): Float64Array {
    return kept(this.#margins, outputs, marginsOf);
  }

  /** Its sum over the classes, whatever the scale: factors are for what is shown. */
  measured(outputs: Outputs, { loss, spec, key }: LensLoss): Measured {
    const byLoss = kept(this.#measured, outputs, () => new Map<string, Measured>());
    const found = byLoss.get(key) ?? measure(outputs, loss, spec.parameters);
    byLoss.set(key, found);
    return found;
  }

  /** The rows by a loss, the hardest first. */
  order(outputs: Outputs, loss: LensLoss): Uint32Array {
    return kept(this.#orders, this.measured(outputs, loss), ({ values }) => hardestFirst(values));
  }
}

function kept<K extends object, V>(map: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  const found = map.get(key) ?? make(key);
  map.set(key, found);
  return found;
}
