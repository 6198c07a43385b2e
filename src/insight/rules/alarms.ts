import type { Run } from '../../run/run.ts';
import { ruleNames, rules, type RuleName } from './catalogue.ts';
import type { Alarm } from './rule.ts';

/** What one rule found in one run. */
export interface Raised {
  readonly rule: RuleName;
  readonly run: Run;
  readonly alarm: Alarm;
}

/** Every alarm of these runs, the most severe rule first; of one rule in the order of the runs. */
export function alarmsOf(runs: readonly Run[]): Raised[] {
  return ruleNames.flatMap((rule) =>
    runs.flatMap((run) => {
      const alarm = rules[rule].check(run);
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
