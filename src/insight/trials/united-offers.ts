import { grouped } from '../../grouped.ts';
import type { Message } from '../../l10n.ts';
import { spanOfFigures } from '../over-seeds.ts';
import type { Raised } from '../rules/alarms.ts';
import type { Remedy } from '../rules/rule.ts';
import type { Change } from './changes.ts';
import { offersOf, type Offer } from './offers.ts';
import { predictionText } from './prediction-text.ts';
import type { Trial } from './trial.ts';

/** One remedy for all runs in which it is the same change with the same kind of prediction. */
export interface UnitedOffer {
  readonly remedy: Remedy;
  /** Undefined for advice that no spec can say. */
  readonly changes: readonly Change[] | undefined;
  readonly each: readonly [OfferedTo, ...OfferedTo[]];
}

export interface OfferedTo {
  readonly raised: Raised;
  readonly offer: Offer;
}

/** In the order of the first run that has each. @param raised by one rule */
export function unitedOffers(raised: readonly Raised[], trials: readonly Trial[]): UnitedOffer[] {
  const each = raised.flatMap((of) => offersOf(of, trials).map((offer) => ({ raised: of, offer })));
  return [...grouped(each, keyOf).values()].map((members) => {
    const [{ offer }] = members;
    return { remedy: offer.remedy, changes: offer.experiment?.changes, each: members };
  });
}

function keyOf({ raised, offer: { remedy, experiment } }: OfferedTo): string {
  return JSON.stringify([remedy.text, experiment?.changes ?? null, raised.alarm.side]);
}

/** What it predicts for those that have not tried it. */
export function unitedPrediction([first, ...others]: readonly [
  OfferedTo,
  ...OfferedTo[],
]): Message {
  const { rule, alarm } = first.raised;
  const limits = others.map(({ raised }) => raised.alarm.limit);
  return predictionText(rule, { side: alarm.side, limit: spanOfFigures([alarm.limit, ...limits]) });
}
