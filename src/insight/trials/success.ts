import { loss, percent, type Figure } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { sameLoss } from '../alike.ts';
import type { Success } from '../rules/rule.ts';
import { standardError } from '../validation-accuracy.ts';

/** What the training of both runs came to, by the measure that the rule is about. */
export interface Outcome {
  readonly measure: Success | 'cross-entropy';
  readonly before: Best;
  readonly after: Best;
  /** At least as good, but for one standard error of a share of so many images. */
  readonly isAsGood: boolean;
  /** By more than that. */
  readonly isBetter: boolean;
}

export interface Best {
  readonly value: Figure;
  readonly epoch: number;
}

/** Undefined while one of them has measured nothing. */
export function outcomeOf(success: Success, before: Run, after: Run): Outcome | undefined {
  return success === 'loss' ? losses(before, after) : shares(success, before, after);
}

function shares(
  measure: 'accuracy' | 'balanced-accuracy',
  before: Run,
  after: Run,
): Outcome | undefined {
  const [from, to] = [highest(before, measure), highest(after, measure)];
  if (from === undefined || to === undefined) return undefined;
  const values = [from.value.value, to.value.value];
  const error = standardError(values, after.setting?.validationCount ?? Infinity);
  const gain = to.value.value - from.value.value;
  return { measure, before: from, after: to, isAsGood: gain >= -error, isBetter: gain > error };
}

function highest(run: Run, measure: 'accuracy' | 'balanced-accuracy'): Best | undefined {
  const [epochs, values] =
    measure === 'accuracy'
      ? [run.epochs.epoch, run.epochs.validation.accuracy]
      : [run.evaluations.epoch, run.evaluations.metrics['balanced-accuracy']];
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return undefined;
  const value = Math.max(...known);
  return { value: percent(value), epoch: epochs[values.indexOf(value)] ?? 0 };
}

/** The last, since what went on too long shows there. Runs of two losses are compared on cross-entropy. */
function losses(before: Run, after: Run): Outcome | undefined {
  const isOwn = sameLoss(before.identity.spec, after.identity.spec);
  const [from, to] = [lastLoss(before, isOwn), lastLoss(after, isOwn)];
  if (from === undefined || to === undefined) return undefined;
  const gain = from.value.value - to.value.value;
  const measure = isOwn ? 'loss' : 'cross-entropy';
  return { measure, before: from, after: to, isAsGood: gain >= 0, isBetter: gain > 0 };
}

function lastLoss({ epochs }: Run, isOwn: boolean): Best | undefined {
  const { objective, losses: rulers } = epochs.validation;
  const value = (isOwn ? objective : rulers['cross-entropy']).at(-1);
  return value === undefined ? undefined : { value: loss(value), epoch: epochs.epoch.at(-1) ?? 0 };
}
