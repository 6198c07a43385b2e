import type { Run } from '../../run/run.ts';
import { isRuleName, type RuleName } from '../rules/catalogue.ts';

/** A run that tries a remedy, and what it is for. */
export interface Trial {
  readonly rule: RuleName;
  /** The run in which the rule raised its alarm. */
  readonly of: Run;
  /** The same experiment with the remedy's change. */
  readonly run: Run;
}

/** Every trial whose both runs are among these, in the order of the trials' runs. */
export function trialsOf(runs: readonly Run[]): Trial[] {
  const byId = new Map(runs.map((run) => [run.identity.id, run]));
  return runs.flatMap((run) => {
    const { purpose } = run.identity;
    if (purpose?.kind !== 'remedy' || !isRuleName(purpose.rule)) return [];
    const of = byId.get(purpose.of);
    return of === undefined ? [] : [{ rule: purpose.rule, of, run }];
  });
}
