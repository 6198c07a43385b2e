import { losses } from '../../experiment/losses/catalogue.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { message } from '../../l10n.ts';
import type { Extra } from './extra.ts';

const unchanged = (spec: ExperimentSpec): ExperimentSpec => spec;

const labelSmoothing: Extra = {
  label: message('Label smoothing'),
  detail: message('The label keeps most of the target, and all classes share the rest.'),
  number: { prompt: message('Label smoothing ε, of the losses that have it'), preset: 0.1 },
  apply: unchanged,
  ofLoss: (loss, value) =>
    'labelSmoothing' in loss.parameters
      ? { ...loss, parameters: { ...loss.parameters, labelSmoothing: value } }
      : loss,
};

const classWeights: Extra = {
  label: message('Balanced class weights'),
  detail: message('Examples of rare classes weigh more, so that each class counts as much as any.'),
  apply: unchanged,
  ofLoss: (loss) =>
    losses[loss.name].scope === 'label' ? { ...loss, classWeights: 'balanced' } : loss,
};

/** What changes each of the compared losses. */
export const extrasOfLosses: readonly Extra[] = [classWeights, labelSmoothing];
