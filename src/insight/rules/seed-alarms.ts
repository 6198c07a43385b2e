import { message, type Message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { seedGroups } from '../../run/seed-groups.ts';
import { spanOfFigures } from '../over-seeds.ts';
import { placeText, readingText } from './alarm-text.ts';
import type { AlarmGroup, Raised } from './alarms.ts';
import { rules } from './catalogue.ts';

/** What one rule found in the seeds of one experiment, on one side of its limit. */
export interface SeedAlarm {
  readonly name: string;
  readonly raised: readonly [Raised, ...Raised[]];
  /** All seeds of the experiment, with and without an alarm. */
  readonly seeds: number;
}

/** @param runs those that were looked at for the alarms */
export function seedAlarms({ raised }: AlarmGroup, runs: readonly Run[]): SeedAlarm[] {
  return seedGroups(runs).flatMap((group) => {
    const own = raised.filter(({ run }) => group.runs.includes(run));
    const sides = [...new Set(own.map(({ alarm }) => alarm.side))];
    return sides.flatMap((side) => {
      const [first, ...others] = own.filter(({ alarm }) => alarm.side === side);
      if (first === undefined) return [];
      return [{ name: group.name, raised: [first, ...others] as const, seeds: group.runs.length }];
    });
  });
}

/** The values of the seeds and their limits, as spans. */
export function seedReading({ raised }: SeedAlarm): Message {
  const [{ rule, alarm }, ...others] = raised;
  return readingText(rules[rule].quantity, {
    side: alarm.side,
    value: spanOfFigures([alarm.value, ...others.map((other) => other.alarm.value)]),
    limit: spanOfFigures([alarm.limit, ...others.map((other) => other.alarm.limit)]),
  });
}

/** Of the first, with its seed if there are others. */
export function seedPlace({ raised: [{ run, alarm }], seeds }: SeedAlarm): Message {
  const place = placeText(alarm.place);
  const seed = message('seed {seed}', { seed: String(run.identity.spec.seed) });
  return seeds === 1 ? place : message('{first}, {rest}', { first: seed, rest: place });
}
