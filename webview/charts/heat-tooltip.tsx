import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import type { HeatMap } from '../plots/heat-map.ts';
import { cellWords, spanName } from '../plots/heat-words.ts';
import { spanAt, type Cell, type HeatLayout } from './heat-layout.ts';

interface Props {
  readonly map: HeatMap;
  readonly layout: HeatLayout;
  readonly cell: Cell;
}

/** What the cell under the pointer or the cursor has measured, below it on the side with more room. */
export function HeatTooltip({ map, layout, cell }: Props): JSX.Element {
  const { t } = usePage();
  const span = spanAt(layout, cell.column);
  const [from, to] = [span.from * layout.columnWidth, span.to * layout.columnWidth];
  const name = map.rows.entries[cell.row]?.name;
  const isRight = from + to < layout.width;
  return (
    <div
      class="tooltip heat-tooltip"
      aria-hidden="true"
      style={{
        top: `${(cell.row + 1) * layout.rowHeight + 6}px`,
        [isRight ? 'left' : 'right']: `${isRight ? from : layout.width - to}px`,
        maxWidth: `${Math.max(160, isRight ? layout.width - from : to)}px`,
      }}
    >
      <strong>{name && t(name)}</strong>
      <div>{t(spanName(map, span))}</div>
      <div class="figure">{t(cellWords(map, cell.row, span))}</div>
    </div>
  );
}
