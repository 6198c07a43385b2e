import type { JSX } from 'preact';
import type { HeatFieldProps } from './heat-field.tsx';
import { spanAt, type Cell } from './heat-layout.ts';

type Props = HeatFieldProps & { readonly cursor: Cell | undefined };

/** Frames around the chosen epoch and the cursor's cell, over the cells, which stay as they are. */
export function HeatMarks({ map, layout, chosen, cursor }: Props): JSX.Element {
  const column = chosen === undefined ? -1 : map.columns.moments.indexOf(chosen);
  const { columnWidth, rowHeight } = layout;
  const span = cursor && spanAt(layout, cursor.column);
  return (
    <>
      {column >= 0 && (
        <span
          class="heat-chosen"
          style={{ left: `${column * columnWidth}px`, width: `${Math.max(3, columnWidth)}px` }}
        />
      )}
      {cursor && span && (
        <span
          class="heat-cursor"
          style={{
            left: `${span.from * columnWidth}px`,
            width: `${(span.to - span.from) * columnWidth}px`,
            top: `${cursor.row * rowHeight}px`,
            height: `${rowHeight}px`,
          }}
        />
      )}
    </>
  );
}
