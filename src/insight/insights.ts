import type { Run } from '../run/run.ts';
import { epochsToAccuracy } from './epochs-to-accuracy.ts';
import type { Finding, Insight } from './finding.ts';
import { firstStepGradient } from './first-step-gradient.ts';
import { gradientThroughLayers } from './gradient-through-layers.ts';
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
export function findingsOf(runs: readonly Run[]): Finding[] {
  return insights.flatMap((insight) => insight(runs) ?? []);
}
