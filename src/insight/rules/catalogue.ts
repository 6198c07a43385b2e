import { classFailure } from './class-failure.ts';
import { classImbalance } from './class-imbalance.ts';
import { clippedLoss } from './clipped-loss.ts';
import { deadRelu } from './dead-relu.ts';
import { divergence } from './divergence.ts';
import { explodingGradient } from './exploding-gradient.ts';
import { labelNoise } from './label-noise.ts';
import { memorising } from './memorising.ts';
import { negativeLoss } from './negative-loss.ts';
import { noFirstGradient } from './no-first-gradient.ts';
import { oscillation } from './oscillation.ts';
import { poorInitialisation } from './poor-initialisation.ts';
import { overconfidence } from './overconfidence.ts';
import { overfitting } from './overfitting.ts';
import { overtraining } from './overtraining.ts';
import { priorPlateau } from './prior-plateau.ts';
import { rateTooHigh } from './rate-too-high.ts';
import { rateTooLow } from './rate-too-low.ts';
import type { Rule } from './rule.ts';
import { saturation } from './saturation.ts';
import { softmaxTwice } from './softmax-twice.ts';
import { squaredErrorPlateau } from './squared-error-plateau.ts';
import { stuckLoss } from './stuck-loss.ts';
import { updateTooLarge } from './update-too-large.ts';
import { vanishingGradient } from './vanishing-gradient.ts';
import { wrongStart } from './wrong-start.ts';

/** The most severe first: what brings about others, what makes all else meaningless, what stops the learning, what spoils its result. */
const catalogue = {
  'poor-initialisation': poorInitialisation,
  divergence,
  'negative-loss': negativeLoss,
  'no-first-gradient': noFirstGradient,
  'exploding-gradient': explodingGradient,
  'rate-too-high': rateTooHigh,
  'vanishing-gradient': vanishingGradient,
  'dead-relu': deadRelu,
  saturation,
  'clipped-loss': clippedLoss,
  'softmax-twice': softmaxTwice,
  'prior-plateau': priorPlateau,
  'squared-error-plateau': squaredErrorPlateau,
  'stuck-loss': stuckLoss,
  'rate-too-low': rateTooLow,
  'update-too-large': updateTooLarge,
  memorising,
  'label-noise': labelNoise,
  'wrong-start': wrongStart,
  'class-failure': classFailure,
  overtraining,
  overfitting,
  overconfidence,
  oscillation,
  'class-imbalance': classImbalance,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof catalogue;

/** Every rule by its name. */
export const rules: Readonly<Record<RuleName, Rule>> = catalogue;

const allNames: readonly string[] = Object.keys(catalogue);

/** The most severe first. */
export const ruleNames = allNames.filter(isRuleName);

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(catalogue, name);
}
