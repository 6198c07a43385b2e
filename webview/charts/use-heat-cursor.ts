import type { HTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import type { HeatFieldProps } from './heat-field.tsx';
import { cellAfter } from './heat-keys.ts';
import { cellAt, isIn, type Cell } from './heat-layout.ts';

interface HeatCursor {
  readonly cell: Cell | undefined;
  /** Moved there by a key, so that it is to be said. */
  readonly isByKey: boolean;
  readonly handlers: HTMLAttributes<HTMLDivElement>;
}

/** The cell that is read: that under the pointer, or the one that keys have moved to. */
export function useHeatCursor(props: HeatFieldProps): HeatCursor {
  const { map, layout, onChoose } = props;
  const [{ at, isByKey }, set] = useState<{ at?: Cell | undefined; isByKey: boolean }>(nowhere);
  const cell = at && isIn(map, at) ? at : undefined;
  const choose = (to: Cell | undefined): void => {
    const moment = to && map.columns.moments[to.column];
    if (to !== undefined && moment !== undefined) onChoose(to.row, moment);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return set(nowhere);
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const next = isChoice ? cell : cellByKey(props, cell, event);
    if (!isChoice && next === undefined) return;
    event.preventDefault();
    if (isChoice) choose(next);
    else set({ at: next, isByKey: true });
  };
  const under = (event: MouseEvent): Cell | undefined =>
    cellAt(map, layout, event.offsetX, event.offsetY);
  return {
    cell,
    isByKey,
    handlers: {
      onPointerMove: (event) => set({ at: under(event), isByKey: false }),
      onPointerLeave: () => set(nowhere),
      onBlur: () => set(nowhere),
      onClick: (event) => choose(under(event)),
      onKeyDown: press,
    },
  };
}

const nowhere = { isByKey: false };

/** The first key shows the cursor where the chosen epoch is, the next ones move it. */
function cellByKey(
  { map, layout, chosen }: HeatFieldProps,
  cell: Cell | undefined,
  event: KeyboardEvent,
): Cell | undefined {
  const start = { row: 0, column: Math.max(0, map.columns.moments.indexOf(chosen ?? NaN)) };
  const next = cellAfter(cell ?? start, event, map.rows.entries.length, layout);
  return cell === undefined && next !== undefined ? start : next;
}
