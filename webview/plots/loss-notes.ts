import type { RulerName } from '../../src/experiment/losses/catalogue.ts';
import { fromDefaultReduction } from '../../src/experiment/losses/loss-spec.ts';
import { reductionLabel } from '../../src/experiment/names.ts';
import { message, ratio, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { seedGroups } from '../../src/run/seed-groups.ts';
import { classesOf } from './run-series.ts';

/** A run, or the seeds of one experiment, that trains on another reduction than the one drawn says by which factor it differs. */
export function reductionNotes(name: RulerName, runs: readonly Run[]): Message[] {
  return seedGroups(runs).flatMap(({ name: called, runs: [run] }) => {
    const { loss } = run.identity.spec;
    const factor = fromDefaultReduction(loss, classesOf(run));
    if (loss.name !== name || factor === 1) return [];
    const reading = { run: called, reduction: reductionLabel(loss.reduction) };
    return [
      message(
        '{run} trains on another reduction, {reduction} over classes: {factor} times what is drawn.',
        {
          ...reading,
          factor: ratio(factor),
        },
      ),
    ];
  });
}
