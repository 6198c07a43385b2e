import { loss, percent, type Message, type MessageArg } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { momentsIn, type Moment } from './moments.ts';

/** Something measured of the layers, at step 1 and in every epoch. */
export interface Quantity {
  /** Where it is chosen. */
  readonly label: Message;
  /** What is drawn of it, as a headline and as an axis. */
  readonly title: Message;
  readonly explanation: Message;
  /** `share`: of a whole, in 0..1. */
  readonly scale: 'log' | 'share';
  /** The places of the layers that it means something for, from the first on. */
  readonly layers: (run: Run) => number[];
  /** Finds what a run has measured of it, without a search for each value. */
  readonly of: (run: Run) => QuantityReader;
  /** What it is in this run, where that differs from run to run. */
  readonly kind?: (run: Run) => Message | undefined;
  /** Why a run has nothing of it; left out for one that every run has. */
  readonly missing?: (run: Run) => Message | undefined;
}

/** Undefined where nothing was measured. */
export interface QuantityReader {
  /** The number that is drawn and coloured. @param layer its place in the run's setting */
  readonly value: (moment: Moment, layer: number) => number | undefined;
  /** All that is told of it. */
  readonly tell: (moment: Moment, layer: number) => Message | undefined;
}

/** Of every layer at every moment. */
export function allValues(run: Run, quantity: Quantity): number[] {
  const { value } = quantity.of(run);
  const layers = quantity.layers(run);
  return momentsIn(run).flatMap((moment) => layers.flatMap((layer) => value(moment, layer) ?? []));
}

/** The places of the layers that it means something for in any of the runs. */
export function layersOfAny(runs: readonly Run[], quantity: Quantity): number[] {
  return [...new Set(runs.flatMap(quantity.layers))].sort((a, b) => a - b);
}

/** A value of a quantity, with as many digits as it is read with. */
export function figureIn({ scale }: Quantity, value: number): MessageArg {
  return scale === 'share' ? percent(value) : loss(value);
}
