import { epochsToAccuracy } from './epochs-to-accuracy.ts';
import type { Finding, Insight } from './finding.ts';
import { firstStepGradient } from './first-step-gradient.ts';
import { gradientThroughLayers } from './gradient-through-layers.ts';
import type { Part } from './parts.ts';
import { sweepOfRates } from './sweep-of-rates.ts';
import { validationAccuracyReached } from './validation-accuracy.ts';
import { whatIsEqual } from './what-is-equal.ts';

/** Every insight, in the order in which a reader meets them. */
const insights: readonly Insight[] = [
  epochsToAccuracy,
  validationAccuracyReached,
  firstStepGradient,
  gradientThroughLayers,
  whatIsEqual,
];

/** What these runs show, as far as they have been measured. */
export function findingsOf({ kind, runs }: Pick<Part, 'kind' | 'runs'>): Finding[] {
  const asked = kind === 'sweep' ? [sweepOfRates] : insights;
  return asked.flatMap((insight) => insight(runs) ?? []);
}
