import type { JSX } from 'preact';
import { losses as catalogue } from '../../src/experiment/losses/catalogue.ts';
import { lossLabel } from '../../src/experiment/names.ts';
import { sharesOf, sumsByOutcome } from '../../src/insight/lens/outcome-shares.ts';
import type { Outputs } from '../../src/run/outputs/outputs.ts';
import { labelOutputs } from '../../src/insight/lens/probabilities.ts';
import { summaryOf } from '../../src/insight/lens/summary.ts';
import { count, message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import { slotOf } from '../panel/shown.ts';
import type { Lens } from './lens.ts';
import { ShareBars, type ShareRow } from './share-bars.tsx';
import { SummaryTable, type SummaryRow } from './summary-table.tsx';

interface Props {
  readonly lens: Lens;
  readonly run: Run;
  readonly now: Outputs;
}

/** Of one run: means and quartiles, and from which examples the pull of each loss comes. */
export function RunSummary(props: Props): JSX.Element {
  const { t } = usePage();
  const { lens, run, now } = props;
  const rows = rowsOf(now, lens.choice.ofClass);
  const total = rows?.length ?? now.labels.length;
  return (
    <section class="run-summary">
      <h4>
        <Swatch slot={slotOf(lens.shown, run)} />
        {run.identity.name}
        <span class="read-at">{t(message('{count} examples', { count: count(total) }))}</span>
      </h4>
      <ShareBars rows={shareRows(props, rows)} />
      <SummaryTable name={run.identity.name} rows={summaryRows(props, rows)} />
    </section>
  );
}

/** Undefined for all. */
function rowsOf({ labels }: Outputs, ofClass: number | null): number[] | undefined {
  if (ofClass === null) return undefined;
  const rows: number[] = [];
  labels.forEach((label, row) => label === ofClass && rows.push(row));
  return rows;
}

function summaryRows({ lens, run, now }: Props, rows: readonly number[] | undefined): SummaryRow[] {
  const { losses, measures } = lens;
  const { activation } = catalogue[run.identity.spec.loss.name];
  const probability = summaryOf(labelOutputs(now, activation), rows);
  const of = (read: 'values' | 'pulls'): SummaryRow[] =>
    losses.map((loss) => ({
      name: lossLabel(loss.spec),
      group: read === 'values' ? message('loss') : message('pull, ‖∂L/∂z‖'),
      summary: summaryOf(measures.measured(now, loss)[read], rows),
      factor: loss.factor,
    }));
  const first = { name: message('p of the label'), group: null, summary: probability, factor: 1 };
  return [first, ...of('values'), ...of('pulls')];
}

function shareRows({ lens, run, now }: Props, rows: readonly number[] | undefined): ShareRow[] {
  const { losses, measures } = lens;
  const { activation } = catalogue[run.identity.spec.loss.name];
  const margins = measures.margins(now);
  const sums = (weights?: Float64Array): ShareRow['shares'] =>
    sharesOf(sumsByOutcome(margins, weights, activation, rows));
  return [
    { name: message('the examples'), shares: sums() },
    ...losses.map((loss) => ({
      name: message('pull of {loss}', { loss: lossLabel(loss.spec) }),
      shares: sums(measures.measured(now, loss).pulls),
    })),
  ];
}
