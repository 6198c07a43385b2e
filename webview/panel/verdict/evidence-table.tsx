import type { JSX } from 'preact';
import type { Interval } from '../../../src/insight/statistics/mean-interval.ts';
import type { Pair } from '../../../src/insight/verdict/arms.ts';
import { chanceOf } from '../../../src/insight/verdict/chance.ts';
import type { Evidence, Readings } from '../../../src/insight/verdict/evidence.ts';
import { count, message, type FigureFormat, type Translator } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { TableRegion } from '../../parts/table-region.tsx';
import type { Shown } from '../shown.ts';
import { ArmSwatch } from './conclusion-card.tsx';

interface Props {
  readonly evidence: readonly Evidence[];
  readonly pair: Pair;
  readonly shown: Shown;
}

/** Measure by measure what each loss reached, how far they are apart, and where that was read. */
export function EvidenceTable({ evidence, pair, shown }: Props): JSX.Element {
  const { t } = usePage();
  return (
    <section class="verdict-table">
      <TableRegion label={t(message('The evidence'))} heading>
        <thead>
          <tr>
            <th scope="col">{t(message('measure'))}</th>
            {[pair.a, pair.b].map((arm) => (
              <th key={arm.id} scope="col">
                <ArmSwatch arm={arm} shown={shown} />
                {t(arm.name)}
              </th>
            ))}
            <th scope="col">{t(message('difference'))}</th>
            <th scope="col">{t(message('by chance in'))}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map((row) => (
            <Row key={JSON.stringify(row.measure.label)} row={row} />
          ))}
        </tbody>
      </TableRegion>
    </section>
  );
}

function Row({ row: { measure, a, b, difference } }: { readonly row: Evidence }): JSX.Element {
  const { t } = usePage();
  const { mean, test } = difference;
  const isJudged = test !== undefined && measure.better !== undefined;
  return (
    <tr>
      <th scope="row" title={t(measure.readAt)}>
        {t(measure.label)}
        <span class="read-at">{t(measure.readAt)}</span>
      </th>
      <td class={betterClass(measure.better, mean)}>{told(a, measure.format, t)}</td>
      <td class={betterClass(measure.better, -mean)}>{told(b, measure.format, t)}</td>
      <td>
        {Number.isNaN(mean) ? '–' : signed(mean, measure.format, t)}
        {isJudged && <span class="read-at">{intervalOf(test.interval, measure.format, t)}</span>}
      </td>
      <td>{isJudged ? t(chanceOf(test.p)) : '–'}</td>
    </tr>
  );
}

function betterClass(better: 'higher' | 'lower' | undefined, mean: number): string | undefined {
  if (better === undefined) return undefined;
  return (better === 'higher' ? mean > 0 : mean < 0) ? 'best' : undefined;
}

/** "86.9 % ± 0.2 %", and how many runs have no such value. */
function told(
  { bySeed, mean, deviation, missing }: Readings,
  format: FigureFormat,
  t: Translator,
): string {
  if (bySeed.size === 0) return '–';
  const value = t.figure(mean, format);
  const spread = Number.isNaN(deviation) ? value : `${value} ± ${t.figure(deviation, format)}`;
  if (missing === 0) return spread;
  return t(message('{value} (not in {count})', { value: spread, count: count(missing) }));
}

/** Where the difference lies with 95 % confidence, in its unit. */
function intervalOf({ low, high }: Interval, format: FigureFormat, t: Translator): string {
  const ends = { low: figure(low, format, t), high: figure(high, format, t) };
  return t(message('95 %: {low} to {high}', ends));
}

function signed(value: number, format: FigureFormat, t: Translator): string {
  const points = figure(value, format, t);
  return format === 'percent' ? t(message('{points} points', { points })) : points;
}

/** With its sign, shares as percentage points. */
function figure(value: number, format: FigureFormat, t: Translator): string {
  const sign = value > 0 ? '+' : '';
  return format === 'percent'
    ? `${sign}${t.figure(100 * value, 'ratio')}`
    : `${sign}${t.figure(value, format)}`;
}
