import { count, loss, message, type Message } from '../../src/l10n.ts';
import type { Histogram } from '../../src/run/histogram.ts';
import type { Run } from '../../src/run/run.ts';
import { medianExponent, total, type BinRow } from './histogram-bins.ts';
import { histogramsAt, momentName, type Moment } from './moments.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "2⁻¹⁰" */
export function powerOfTwo(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => superscripts[Number(digit)]);
  return `2${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** "2⁻¹⁰ to 2⁻⁹ (0.000977 to 0.00195)" */
export function binName(row: BinRow): Message {
  if (row.kind === 'zero') return message('0, or smaller than 1.2e−38');
  if (row.kind === 'invalid') return message('NaN or infinite');
  const sign = row.kind === 'negative' ? -1 : 1;
  const minus = sign < 0 ? '−' : '';
  return message('{from} to {to} ({least} to {most})', {
    from: `${minus}${powerOfTwo(row.from)}`,
    to: `${minus}${powerOfTwo(row.to)}`,
    least: loss(sign * 2 ** row.from),
    most: loss(sign * 2 ** row.to),
  });
}

/** Rows that a name needs for itself. */
const nameRows = 3;

/** Names at 0 and about six at each side, at round exponents. */
export function binTick(index: number, rows: readonly BinRow[]): string | undefined {
  const row = rows[index];
  if (row?.kind === 'zero') return '0';
  if (row?.kind === 'invalid') return 'NaN, ∞';
  const nearby = rows.slice(Math.max(0, index - nameRows + 1), index + nameRows);
  if (row === undefined || nearby.some(({ kind }) => kind === 'zero' || kind === 'invalid')) return;
  const every = [1, 2, 5, 10, 20, 50].find((step) => spanOf(rows) / step <= 6) ?? 50;
  const exponent = Math.ceil(row.from / every) * every;
  if (exponent >= row.to) return undefined;
  return `${row.kind === 'negative' ? '−' : ''}${powerOfTwo(exponent)}`;
}

function spanOf(rows: readonly BinRow[]): number {
  return rows.reduce((sum, row) => sum + (row.kind === 'positive' ? row.to - row.from : 0), 0);
}

/** What is said under a histogram over time: the chosen epoch, and what was not measured. */
export function histogramNotes(run: Run, layer: number, moment: Moment): Message[] {
  const histogram = histogramsAt(run, moment)?.[layer];
  const name = run.setting?.layers[layer]?.name ?? '';
  const missing = run.gradients.histograms.filter((of) => of === null).length;
  return [
    histogram === undefined
      ? message('No histogram was measured at {epoch}.', { epoch: momentName(moment) })
      : histogramSentence(histogram, name, moment),
    ...(missing > 0
      ? [
          message('{epochs} epochs come from an earlier version of Loss Lab and have none.', {
            epochs: count(missing),
          }),
        ]
      : []),
  ];
}

/** What a histogram says in one sentence: how much there is, what is 0, where the middle lies. */
export function histogramSentence(of: Histogram, layer: string, moment: Moment): Message {
  const told = {
    layer,
    epoch: momentName(moment),
    total: count(total(of)),
    zeros: count(of.zeros),
    invalid: count(of.notFinite),
  };
  const median = medianExponent(of);
  if (median === undefined) {
    return message(
      '{layer}, {epoch}: {total} elements in the steps sampled, {zeros} of them 0, {invalid} NaN or infinite.',
      told,
    );
  }
  return message(
    '{layer}, {epoch}: {total} elements in the steps sampled, {zeros} of them 0, {invalid} NaN or infinite. The median size of the others lies between {from} and {to}.',
    { ...told, from: loss(2 ** median), to: loss(2 ** (median + 1)) },
  );
}
