import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { message, type Message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { HeatLegend } from '../../charts/heat-legend.tsx';
import { HeatMapView } from '../../charts/heat-map-view.tsx';
import { HeatTable } from '../../charts/heat-table.tsx';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import { gradientMaps, mapTitle } from '../../plots/gradient-map.ts';
import type { HeatMap } from '../../plots/heat-map.ts';
import { lastMoment } from '../../plots/moments.ts';
import { quantities, type QuantityName } from '../../plots/quantities.ts';
import { epochVersion, slotOf } from '../shown.ts';
import type { GradientView } from './view.ts';

/** The chosen quantity by layer and epoch: one heat map a run, one colour scale for all. */
export function Maps(view: GradientView): JSX.Element {
  const { t } = usePage();
  const { runs, choice } = view;
  const { quantity } = choice;
  const maps = useMemo(() => gradientMaps(quantity, runs), [epochVersion(runs), quantity]);
  return (
    <section>
      <h2>{t(mapTitle(quantities[quantity]))}</h2>
      <p class="note">{t(orderNote(quantity))}</p>
      <HeatLegend maps={maps.filter(({ rows }) => rows.entries.length > 0)} />
      <div class="heat-maps">
        {runs.map((run, index) => {
          const map = maps[index];
          return map && <RunMap key={run.identity.id} run={run} map={map} view={view} />;
        })}
      </div>
    </section>
  );
}

function orderNote(quantity: QuantityName): Message {
  return quantity === 'units'
    ? message(
        'The first layer is at the top, the last hidden layer at the bottom. A larger value stands out more from the background; all runs share the colours.',
      )
    : message(
        'The first layer is at the top, the output at the bottom. A larger value stands out more from the background; all runs share the colours.',
      );
}

interface RunMapProps {
  readonly run: Run;
  readonly map: HeatMap;
  readonly view: GradientView;
}

function RunMap({ run, map, view }: RunMapProps): JSX.Element {
  const { choice, choose } = view;
  const { t } = usePage();
  const chosen = choice.moment ?? lastMoment(run);
  const quantity = quantities[choice.quantity];
  const kind = quantity.kind?.(run);
  const head = (
    <>
      <h3>
        <Swatch slot={slotOf(view, run)} />
        {run.identity.name}
      </h3>
      {kind && <p class="plot-unit">{t(kind)}</p>}
    </>
  );
  const missing = quantity.missing?.(run);
  if (missing !== undefined) {
    return (
      <section class="heat-map">
        <div class="heat-head">
          <div>{head}</div>
        </div>
        <p class="note">{t(missing)}</p>
      </section>
    );
  }
  const layers = quantity.layers(run);
  return (
    <HeatMapView
      map={map}
      head={head}
      chosen={chosen}
      onChoose={(row, moment) => choose({ moment, run: run.identity.id, layer: layers[row] ?? 0 })}
    >
      <HeatTable map={map} />
    </HeatMapView>
  );
}
