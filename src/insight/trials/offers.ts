import type { ExperimentSpec } from '../../experiment/spec.ts';
import { alarmOf, type Raised } from '../rules/alarms.ts';
import type { Remedy } from '../rules/rule.ts';
import { changesBetween, type Change } from './changes.ts';
import { remediedSpec } from './remedied-spec.ts';
import type { Trial } from './trial.ts';
import { isSame } from '../../same.ts';

/** A remedy of an alarm, and what became of it. */
export interface Offer {
  /** Its place among the remedies of the alarm. */
  readonly index: number;
  readonly remedy: Remedy;
  /** Undefined for advice that no spec can say. */
  readonly experiment: { readonly spec: ExperimentSpec; readonly changes: readonly Change[] } | undefined;
  /** The last run that tried it. */
  readonly trial: Trial | undefined;
} // prettier-ignore

/**
 * Without those that the cause of the symptom has to offer.
 * @param trials of any rule: a run that tried the same change for another tells of this one too
 */
export function offersOf(raised: Raised, trials: readonly Trial[]): Offer[] {
  const own = allOffersOf(raised, trials);
  const { cause, run } = raised;
  const alarm = cause && alarmOf(cause, run);
  if (cause === undefined || alarm === undefined) return own;
  const first = allOffersOf({ rule: cause, run, alarm }, trials);
  return own.filter((offer) => !first.some((other) => isAlike(offer, other)));
}

/** Whether both make the same experiment, or are the same advice. */
function isAlike(a: Offer, b: Offer): boolean {
  return a.experiment === undefined && b.experiment === undefined
    ? isSame(a.remedy, b.remedy)
    : isSame(a.experiment?.spec, b.experiment?.spec);
}

function allOffersOf({ rule, run, alarm }: Raised, trials: readonly Trial[]): Offer[] {
  const before = run.identity.spec;
  const own = trials.filter((trial) => trial.of.identity.id === run.identity.id);
  return alarm.remedies.map((remedy, index) => {
    const spec = remediedSpec(before, remedy);
    if (spec === undefined) return { index, remedy, experiment: undefined, trial: undefined };
    const tried = own.findLast((trial) => isSame(trial.run.identity.spec, spec));
    const experiment = { spec, changes: changesBetween(before, spec) };
    return { index, remedy, experiment, trial: tried && { ...tried, rule } };
  });
} // prettier-ignore
