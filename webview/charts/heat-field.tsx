import type { JSX } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import type { HeatMap } from '../plots/heat-map.ts';
import { cellWords, heatSummary, spanName } from '../plots/heat-words.ts';
import type { Moment } from '../plots/moments.ts';
import { spanAt, type Cell, type HeatLayout } from './heat-layout.ts';
import { HeatMarks } from './heat-marks.tsx';
import { paintMap } from './heat-paint.ts';
import { HeatTooltip } from './heat-tooltip.tsx';
import { useCanvas } from './use-canvas.ts';
import { useHeatCursor } from './use-heat-cursor.ts';

export interface HeatFieldProps {
  readonly map: HeatMap;
  readonly layout: HeatLayout;
  /** The epoch that is looked at; undefined for none. */
  readonly chosen: Moment | undefined;
  readonly onChoose: (row: number, moment: Moment) => void;
}

/** The cells; the pointer or the arrow keys read them one by one, a click or Enter chooses an epoch. */
export function HeatField(props: HeatFieldProps): JSX.Element {
  const { map, layout } = props;
  const { t } = usePage();
  const help = useId();
  const summary = useMemo(() => t(heatSummary(map)), [map, t]);
  const { cell, isByKey, handlers } = useHeatCursor(props);
  return (
    <div
      class="heat-cells"
      style={{ height: `${layout.height}px` }}
      tabIndex={0}
      role="application"
      aria-roledescription={t(message('heat map'))}
      aria-label={summary}
      aria-describedby={help}
      {...handlers}
    >
      <HeatCanvas map={map} layout={layout} />
      <HeatMarks {...props} cursor={cell} />
      {cell && <HeatTooltip map={map} layout={layout} cell={cell} />}
      <span class="visually-hidden" id={help}>
        {t(message('Arrow keys move from cell to cell; Enter chooses the epoch and the layer.'))}
      </span>
      <span class="visually-hidden" role="status">
        {cell && isByKey && <CellText map={map} layout={layout} cell={cell} />}
      </span>
    </div>
  );
}

function HeatCanvas({ map, layout }: Pick<HeatFieldProps, 'map' | 'layout'>): JSX.Element {
  const { theme } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  useCanvas(
    canvas,
    layout.width,
    layout.height,
    (context) => paintMap(context, map, layout, theme),
    [map, layout, theme],
  );
  return <canvas ref={canvas} aria-hidden="true" />;
}

type CellProps = Pick<HeatFieldProps, 'map' | 'layout'> & { readonly cell: Cell };

function CellText({ map, layout, cell }: CellProps): JSX.Element {
  const { t } = usePage();
  const span = spanAt(layout, cell.column);
  const name = map.rows.entries[cell.row]?.name;
  return (
    <>{[name && t(name), t(spanName(map, span)), t(cellWords(map, cell.row, span))].join(', ')}</>
  );
}
