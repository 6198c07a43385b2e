import type { RulerName } from '../../src/experiment/losses/catalogue.ts';
import { fromDefaultReduction } from '../../src/experiment/losses/loss-spec.ts';
import { reductionLabel } from '../../src/experiment/names.ts';
import { loss as lossFigure, message, ratio, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { Series, YAxis } from './plot.ts';
import { classesOf } from './run-series.ts';
import { largestAbove } from './y-axis.ts';

/** A run that trains on another reduction than the one drawn says by which factor it differs. */
export function reductionNotes(name: RulerName, runs: readonly Run[]): Message[] {
  return runs.flatMap((run) => {
    const { loss } = run.identity.spec;
    const factor = fromDefaultReduction(loss, classesOf(run));
    if (loss.name !== name || factor === 1) return [];
    const reading = { run: run.identity.name, reduction: reductionLabel(loss.reduction) };
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

/** What has no room is marked at the top edge; the note has the largest of it. */
export function clippedNotes(series: readonly Series[], y: YAxis): Message[] {
  const largest = largestAbove(series, y);
  if (largest === undefined) return [];
  return [
    message('Values above the plot are marked at its top; the largest is {value}.', {
      value: lossFigure(largest),
    }),
  ];
}
