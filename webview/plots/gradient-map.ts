import { message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { logScale, type ColourScale } from './colour-scale.ts';
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

/** Of all runs; of those that did not diverge, if there is one, so that its colours can be told apart. */
function gradientScale(quantity: Quantity, runs: readonly Run[]): ColourScale {
  const { title } = quantity;
  if (quantity.scale === 'share') {
    return { title, kind: 'linear', min: 0, max: 1, format: 'percent', zeros: 'marked' };
  }
  const healthy = runs.filter(({ state }) => state !== 'diverged');
  const fitted = healthy.some(({ gradients }) => gradients.firstStep) ? healthy : runs;
  const values = fitted.flatMap(({ gradients: { firstStep, layers } }) =>
    [firstStep ?? [], ...layers].flat().map(quantity.read),
  );
  return logScale(values, { title, format: 'ratio', zeros: 'marked' });
}
