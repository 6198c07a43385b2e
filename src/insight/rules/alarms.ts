import type { Run } from '../../run/run.ts';
import { causeOf } from './causes.ts';
import { ruleNames, rules, type RuleName } from './catalogue.ts';
import type { Alarm } from './rule.ts';

/** What one rule found in one run. */
export interface Raised {
  readonly rule: RuleName;
  readonly run: Run;
  readonly alarm: Alarm;
  /** What else was found in the run, and may have brought this about. */
  readonly cause?: RuleName;
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
  const ofRuns = runs.map(alarmsIn);
  return ruleNames.flatMap((name) =>
    ofRuns.flatMap((all) => all.filter(({ rule }) => rule === name)),
  );
}

function alarmsIn(run: Run): Raised[] {
  const raised = ruleNames.flatMap((rule) => {
    const alarm = alarmOf(rule, run);
    return alarm === undefined ? [] : [{ rule, run, alarm }];
  });
  const found = raised.map(({ rule }) => rule);
  return raised.map((each) => {
    const cause = causeOf(each.rule, found);
    return cause === undefined ? each : { ...each, cause };
  });
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
