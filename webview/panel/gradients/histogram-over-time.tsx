import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { HeatLegend } from '../../charts/heat-legend.tsx';
import { HeatMapView } from '../../charts/heat-map-view.tsx';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import { Text } from '../../parts/text.tsx';
import type { HeatMap } from '../../plots/heat-map.ts';
import { histogramNotes } from '../../plots/histogram-words.ts';
import { lastMoment } from '../../plots/moments.ts';
import { slotOf } from '../shown.ts';
import { HistogramTable } from './histogram-table.tsx';
import type { GradientView } from './view.ts';

interface Props {
  readonly run: Run;
  readonly layer: number;
  readonly map: HeatMap;
  readonly view: GradientView;
}

/** A layer's histogram over the epochs as a heat map, and in words and as a table at the chosen epoch. */
export function HistogramOverTime({ run, layer, map, view }: Props): JSX.Element {
  const { t } = usePage();
  const { choice, choose } = view;
  const chosen = choice.moment ?? lastMoment(run) ?? 0;
  return (
    <HeatMapView
      map={map}
      chosen={chosen}
      onChoose={(_, moment) => choose({ moment })}
      head={
        <>
          <h3>
            <Swatch slot={slotOf(view, run)} />
            {t(map.title)}
          </h3>
          <p class="plot-unit">
            {t(message('each row is a power of two: positive above 0, negative below'))}
          </p>
        </>
      }
    >
      <HeatLegend maps={[map]} />
      {histogramNotes(run, layer, chosen).map((note) => (
        <p class="note">
          <Text message={note} />
        </p>
      ))}
      <HistogramTable run={run} layer={layer} moment={chosen} />
    </HeatMapView>
  );
}
