import { alarmsOf } from '../../insight/rules/alarms.ts';
import { ruleNames, type RuleName } from '../../insight/rules/catalogue.ts';
import type { Measured } from '../../insight/rules/measured.ts';
import type { Trained } from './train-suite.ts';

/** Of every rule, how it did on the trainings. */
export function tally(all: readonly Trained[]): Record<string, Measured> {
  const raised = all.map(({ of, run }) => ({
    faults: of.faults,
    rules: new Set(alarmsOf([run]).map(({ rule }) => rule)),
  }));
  const healthy = raised.filter(({ faults }) => faults.length === 0);
  const count = (runs: typeof raised, rule: RuleName): number =>
    runs.filter(({ rules }) => rules.has(rule)).length;
  return Object.fromEntries(
    ruleNames.map((rule) => {
      const planted = raised.filter(({ faults }) => faults.includes(rule));
      const [hits, falseAlarms] = [count(planted, rule), count(healthy, rule)];
      return [rule, { planted: planted.length, hits, healthy: healthy.length, falseAlarms }];
    }),
  );
}
