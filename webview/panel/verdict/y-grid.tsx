import type { JSX } from 'preact';
import { usePage } from '../../context.ts';
import type { Axis } from './axis.ts';

interface Props {
  readonly y: Axis;
  /** Where the lines begin and end. */
  readonly from: number;
  readonly to: number;
}

/** A line at each tick, with its share beside it. */
export function YGrid({ y, from, to }: Props): JSX.Element {
  const { t } = usePage();
  return (
    <>
      {y.ticks.filter(Number.isFinite).map((tick) => (
        <g key={tick}>
          <line class="svg-grid" x1={from} x2={to} y1={y.at(tick)} y2={y.at(tick)} />
          <text x={from - 8} y={y.at(tick) + 4} text-anchor="end">
            {t.figure(tick, 'percent')}
          </text>
        </g>
      ))}
    </>
  );
}
