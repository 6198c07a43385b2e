import { message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { logScale, type ColourScale } from './colour-scale.ts';
import { fittedValues } from './fitted.ts';
import type { HeatMap, HeatRow } from './heat-map.ts';
import { momentColumns, statisticsReader, type Moment } from './moments.ts';
import { quantities, type Quantity, type QuantityName } from './quantities.ts';

/** A quantity by layer and epoch, one map a run, with the same columns and one colour scale. */
export function gradientMaps(name: QuantityName, runs: readonly Run[]): HeatMap[] {
  const quantity = quantities[name];
  const scale = gradientScale(quantity, runs);
  const moments = momentColumns(runs);
  return runs.map((run) => gradientMap(run, quantity, scale, moments));
}

export const mapTitle = ({ title }: Quantity): Message =>
  message('{quantity} by layer and epoch', { quantity: title });

function gradientMap(
  run: Run,
  quantity: Quantity,
  scale: ColourScale,
  moments: readonly Moment[],
): HeatMap {
  const names = run.setting?.layers.map(({ name }) => name) ?? [];
  const statistics = statisticsReader(run);
  return {
    title: mapTitle(quantity),
    subject: run.identity.name,
    rows: { title: message('layer'), kind: 'things', entries: names.map(layerRow) },
    columns: { title: message('epoch'), moments },
    values: names.map((_, layer) =>
      moments.map((moment) => {
        const of = statistics(moment, layer);
        return of && quantity.read(of);
      }),
    ),
    scale,
    folding: 'both',
    tell: (layer, column) => {
      const of = statistics(moments[column] ?? NaN, layer);
      return of ? quantity.tell(of) : message('not measured');
    },
  };
}

const layerRow = (layer: string): HeatRow => ({ name: message('{layer}', { layer }), tick: layer });

function gradientScale(quantity: Quantity, runs: readonly Run[]): ColourScale {
  const { title } = quantity;
  return quantity.scale === 'share'
    ? { title, kind: 'linear', min: 0, max: 1, format: 'percent', zeros: 'marked' }
    : logScale(fittedValues(runs, quantity), { title, format: 'ratio', zeros: 'marked' });
}
