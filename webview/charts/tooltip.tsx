import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { readingsAt } from '../plots/rows.ts';

interface Props {
  readonly plot: Plot;
  readonly row: number;
  /** Pixels from the plot's left edge to the row. */
  readonly left: number;
}

/** The values of every run at one row; the table twin has the same for keyboards and readers. */
export function Tooltip({ plot, row, left }: Props): JSX.Element {
  const { t } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place(box.current, left), [left, row]);
  return (
    <div class="tooltip" ref={box} aria-hidden="true">
      <strong>{t(plot.rowName(row))}</strong>
      {readingsAt(plot, row).map(({ slot, part, label, value }) => (
        <div class="tooltip-row">
          <Swatch slot={slot} part={part} />
          <span>{argText(label, t)}</span>
          <span class="figure">{argText(value, t)}</span>
        </div>
      ))}
    </div>
  );
}

/** Beside the row, on the side with more room, and never over the plot's edge. */
function place(box: HTMLDivElement | null, left: number): void {
  if (box === null) return;
  const room = box.parentElement?.clientWidth ?? 0;
  const wanted = left > room / 2 ? left - box.offsetWidth - 10 : left + 10;
  box.style.left = `${Math.max(0, Math.min(wanted, room - box.offsetWidth))}px`;
}
