import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { grouped } from '../../src/grouped.ts';
import { count, message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import { argText } from '../parts/text.tsx';
import type { Reading } from '../plots/rows.ts';

interface Props {
  readonly readings: readonly Reading[];
  /** Pixels from the plot's left edge to the cursor. */
  readonly left: number;
}

/** More lines than this do not fit beside a plot; the runs list has them all. */
const roomFor = 9;

/** The values of every line at the cursor; the table twin has the same for keyboards and readers. */
export function Tooltip({ readings, left }: Props): JSX.Element {
  const { t } = usePage();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place(box.current, left));
  const shown = readings.slice(0, roomFor);
  return (
    <div class="tooltip" ref={box} aria-hidden="true">
      {inGroups(shown).map(({ head, rows }, group) => (
        <div key={group}>
          {head !== undefined && <strong>{t(head)}</strong>}
          {rows.map(({ slot, part, label, value }, row) => (
            <div class="tooltip-row" key={row}>
              <Swatch slot={slot} part={part} />
              <span>
                <bdi>{argText(label, t)}</bdi>
              </span>
              <span class="figure">{argText(value, t)}</span>
            </div>
          ))}
        </div>
      ))}
      {readings.length > roomFor && (
        <div>{t(message('and {count} more', { count: count(readings.length - roomFor) }))}</div>
      )}
    </div>
  );
}

interface Group {
  readonly head: Reading['at'];
  readonly rows: readonly Reading[];
}

/** What was measured at the same place stands under one head: "epoch 12", "step 840". */
function inGroups(readings: readonly Reading[]): Group[] {
  const groups = grouped(readings, ({ at }) => JSON.stringify(at ?? null));
  return [...groups.values()].map((rows) => ({ head: rows[0].at, rows }));
}

/** Beside the cursor, on the side with more room, and never over the plot's edge. */
function place(box: HTMLDivElement | null, left: number): void {
  if (box === null) return;
  const room = box.parentElement?.clientWidth ?? 0;
  const wanted = left > room / 2 ? left - box.offsetWidth - 10 : left + 10;
  box.style.left = `${Math.max(0, Math.min(wanted, room - box.offsetWidth))}px`;
}
