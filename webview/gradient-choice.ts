import type { Moment } from './plots/moments.ts';
import { quantityNames, type QuantityName } from './plots/quantities.ts';

/** What a person chose to look at in the gradients. */
export interface GradientChoice {
  readonly quantity: QuantityName;
  /** Null for the last of each run, whatever that comes to be. */
  readonly moment: Moment | null;
  /** Whose histograms are shown: the id of the run, null for the first, and the place of the layer. */
  readonly run: string | null;
  readonly layer: number;
}

export const defaultGradientChoice: GradientChoice = {
  quantity: 'norm',
  moment: null,
  run: null,
  layer: 0,
};

export function parseGradientChoice(value: unknown): GradientChoice {
  const kept = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const run: unknown = kept.get('run');
  return {
    quantity:
      quantityNames.find((name) => name === kept.get('quantity')) ?? defaultGradientChoice.quantity,
    moment: wholeNumber(kept.get('moment')) ?? null,
    run: typeof run === 'string' ? run : null,
    layer: wholeNumber(kept.get('layer')) ?? 0,
  };
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
