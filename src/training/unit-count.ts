import type { Activation } from '../experiment/models/net.ts';
import type { UnitShare } from '../run/event.ts';

/** How a unit's mean |output|, scaled to 0…1, is told from that of one that still answers. */
export const saturatedFrom = 0.95;

/** Batches of a validation set that are looked at, spread evenly over it: at most 500 images. */
const batchesLookedAt = 5;

/** Takes what the units of a layer give for a batch: [rows, units], row by row. */
export type SeeUnits = (
  layer: string,
  activation: Activation,
  outputs: Float32Array,
  units: number,
) => void;

/**
 * Which units of the hidden layers no longer answer to what they are shown. A channel of a convolution is a
 * unit, of which every pixel is an output.
 */
export class UnitCount {
  readonly #stride: number;
  readonly #layers = new Map<string, LayerCount>();
  #batch = 0;

  /** @param batches of the validation set */
  constructor(batches: number) {
    this.#stride = Math.max(1, Math.ceil(batches / batchesLookedAt));
  }

  /** What takes the outputs of the next batch; undefined where it is not looked at. */
  next(): SeeUnits | undefined {
    return this.#batch++ % this.#stride === 0 ? this.#see : undefined;
  }

  /** One entry a layer with an activation, in the order of the model. */
  shares(): UnitShare[] {
    return [...this.#layers].map(([layer, count]) => ({
      layer,
      kind: count.kind,
      share: Math.fround(count.share),
    }));
  }

  readonly #see: SeeUnits = (layer, activation, outputs, units) => {
    const count = this.#layers.get(layer) ?? counts[activation](units);
    this.#layers.set(layer, count);
    count.add(outputs);
  };
}

interface LayerCount {
  readonly kind: UnitShare['kind'];
  add(outputs: Float32Array): void;
  /** Of the units, in 0…1. */
  readonly share: number;
}

/**
 * A ReLU unit is dead if it gives exactly 0 for all that it is shown (Lu et al. 2019, arXiv 1903.06733); one
 * that gives NaN is not.
 */
class DeadCount implements LayerCount {
  readonly kind = 'dead';
  readonly #isAlive: Uint8Array;

  constructor(readonly units: number) {
    this.#isAlive = new Uint8Array(units);
  }

  /** By plain loops: of a convolution it looks at millions of outputs. */
  add(outputs: Float32Array): void {
    const { units } = this;
    const isAlive = this.#isAlive;
    for (let from = 0; from < outputs.length; from += units) {
      for (let unit = 0; unit < units; unit++) {
        if (outputs[from + unit] !== 0) isAlive[unit] = 1;
      }
    }
  }

  get share(): number {
    return this.#isAlive.reduce((dead, isAlive) => dead + 1 - isAlive, 0) / this.units;
  }
}

/**
 * A sigmoid or tanh unit is saturated if the mean over all that it is shown of |g|, its output scaled to
 * −1…1, is at least `saturatedFrom`: the ρ of Rakitianskaia & Engelbrecht 2015 (Measuring saturation in neural
 * networks), unit by unit and without bins. At |g| = 0.95 tanh passes on a tenth of the gradient that it
 * passes on at 0, the sigmoid too.
 */
class SaturatedCount implements LayerCount {
  readonly kind = 'saturated';
  readonly #sums: Float64Array;
  #rows = 0;

  /** @param middle and @param reach of what the activation can give */
  constructor(
    readonly units: number,
    readonly middle: number,
    readonly reach: number,
  ) {
    this.#sums = new Float64Array(units);
  }

  add(outputs: Float32Array): void {
    const { units, middle, reach } = this;
    const sums = this.#sums;
    for (let from = 0; from < outputs.length; from += units) {
      for (let unit = 0; unit < units; unit++) {
        const scaled = Math.abs((outputs[from + unit] ?? NaN) - middle) / reach;
        sums[unit] = (sums[unit] ?? NaN) + scaled;
      }
    }
    this.#rows += outputs.length / units;
  }

  get share(): number {
    const saturated = this.#sums.filter((sum) => sum / this.#rows >= saturatedFrom);
    return saturated.length / this.units;
  }
}

const counts: Readonly<Record<Activation, (units: number) => LayerCount>> = {
  relu: (units) => new DeadCount(units),
  sigmoid: (units) => new SaturatedCount(units, 0.5, 0.5),
  tanh: (units) => new SaturatedCount(units, 0, 1),
};
