import type { Run } from '../../run/run.ts';
import { ruleNames, rules, type RuleName } from './catalogue.ts';
import type { Alarm } from './rule.ts';

/** What one rule found in one run. */
export interface Raised {
  readonly rule: RuleName;
  readonly run: Run;
  readonly alarm: Alarm;
}

/** Undefined where nothing is wrong, or the run does not hold what would tell. */
export function alarmOf(name: RuleName, run: Run): Alarm | undefined {
  const rule = rules[name];
  if (rule.applies?.(run) === false) return undefined;
  const reading = rule.measure(run);
  if (!reading?.isBeyond) return undefined;
  const { certainty, meaning } = rule;
  return { ...reading, certainty, meaning, remedies: rule.remedies(run) };
}

/** Every alarm of these runs, the most severe rule first; of one rule in the order of the runs. */
export function alarmsOf(runs: readonly Run[]): Raised[] {
  return ruleNames.flatMap((rule) =>
    runs.flatMap((run) => {
      const alarm = alarmOf(rule, run);
      return alarm === undefined ? [] : [{ rule, run, alarm }];
    }),
  );
}

/** The alarms of one rule, at least one. */
export interface AlarmGroup {
  readonly rule: RuleName;
  readonly raised: readonly [Raised, ...Raised[]];
}

/** The same, together by rule. */
export function alarmGroups(runs: readonly Run[]): AlarmGroup[] {
  const all = alarmsOf(runs);
  return ruleNames.flatMap((rule) => {
    const [first, ...others] = all.filter((each) => each.rule === rule);
    return first === undefined ? [] : [{ rule, raised: [first, ...others] }];
  });
}
