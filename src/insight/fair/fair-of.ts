import type { Run } from '../../run/run.ts';
import type { Pair } from '../verdict/arms.ts';
import { gradientRatio } from '../verdict/decision.ts';
import type { Fair } from './next-stage.ts';

/** The fair comparison of two losses: with the settings of the first, but for the loss. */
export function fairOf(pair: Pair, seeds: readonly number[], runs: readonly Run[]): Fair {
  const { spec } = pair.a;
  const seed = seeds[0] ?? spec.seed;
  const base = { ...spec, seed };
  const times = gradientRatio(pair) ?? 1;
  return {
    bases: [base, { ...base, loss: pair.b.spec.loss }],
    // The larger the gradient of the other, the larger the rate that makes up for it.
    scales: [Math.max(1, 1 / times), Math.max(1, times)],
    seeds,
    runs,
  };
}
