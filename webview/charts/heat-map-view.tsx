import type { ComponentChildren, JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import { ExportHeatMap } from '../export/export-heat-map.tsx';
import { useWidth } from '../parts/use-width.ts';
import { Text } from '../parts/text.tsx';
import type { HeatMap } from '../plots/heat-map.ts';
import { columnsTitle, foldNote } from '../plots/heat-words.ts';
import type { Moment } from '../plots/moments.ts';
import { HeatField, type HeatFieldProps } from './heat-field.tsx';
import { columnTicks, heatLayout, type HeatLayout } from './heat-layout.ts';

interface Props {
  readonly map: HeatMap;
  readonly chosen: Moment | undefined;
  readonly onChoose: HeatFieldProps['onChoose'];
  /** What stands above the cells. */
  readonly head: ComponentChildren;
  /** What stands below them: notes and the table twin. */
  readonly children: ComponentChildren;
}

/** A map with the names of its rows and epochs. */
export function HeatMapView({ map, chosen, onChoose, head, children }: Props): JSX.Element {
  const field = useRef<HTMLDivElement>(null);
  const width = useWidth(field);
  const layout = useMemo(() => heatLayout(map, width, window.devicePixelRatio), [map, width]);
  return (
    <figure class={`heat-map heat-${map.rows.kind}`}>
      <figcaption class="heat-head">
        <div>{head}</div>
        <ExportHeatMap map={map} />
      </figcaption>
      <div class="heat-frame">
        <RowNames map={map} layout={layout} />
        <div ref={field} class="heat-field">
          <HeatField map={map} layout={layout} chosen={chosen} onChoose={onChoose} />
          <ColumnNames map={map} layout={layout} />
        </div>
      </div>
      <FoldNote map={map} layout={layout} />
      {children}
    </figure>
  );
}

interface Drawn {
  readonly map: HeatMap;
  readonly layout: HeatLayout;
}

function RowNames({ map, layout }: Drawn): JSX.Element {
  const height = `${layout.rowHeight}px`;
  return (
    <ul class="heat-rows" aria-hidden="true">
      {map.rows.entries.map(({ tick }, row) => (
        <li key={row} style={{ height, lineHeight: height }} title={tick}>
          {tick !== undefined && <span>{tick}</span>}
        </li>
      ))}
    </ul>
  );
}

function ColumnNames({ map, layout }: Drawn): JSX.Element {
  const { t } = usePage();
  const { moments } = map.columns;
  return (
    <div class="heat-columns" aria-hidden="true">
      {columnTicks(map, layout).map((column) => (
        <span key={column} style={{ left: `${(column + 0.5) * layout.columnWidth}px` }}>
          {t.figure(moments[column] ?? NaN, 'count')}
        </span>
      ))}
      <p>{t(columnsTitle(map))}</p>
    </div>
  );
}

/** Told where columns share a place. */
function FoldNote({ map, layout }: Drawn): JSX.Element | null {
  const note = layout.width > 0 && foldNote(map, layout.spans);
  return note ? (
    <p class="note">
      <Text message={note} />
    </p>
  ) : null;
}
