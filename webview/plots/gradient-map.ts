import { message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { logScale, type ColourScale } from './colour-scale.ts';
import { fittedValues } from './fitted.ts';
import type { HeatMap, HeatRow } from './heat-map.ts';
import { momentColumns, type Moment } from './moments.ts';
import { quantities, type QuantityName } from './quantities.ts';
import type { Quantity } from './quantity.ts';

/**
 * A quantity by layer and epoch, one map a run, with the same columns and one colour scale; row i is the
 * layer `quantity.layers(run)[i]`.
 */
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
  const layers = quantity.layers(run);
  const { value, tell } = quantity.of(run);
  const rowOf = (layer: number): HeatRow => layerRow(run.setting?.layers[layer]?.name ?? '');
  return {
    title: mapTitle(quantity),
    subject: run.identity.name,
    rows: { title: message('layer'), kind: 'things', entries: layers.map(rowOf) },
    columns: { title: message('epoch'), moments },
    values: layers.map((layer) => moments.map((moment) => value(moment, layer))),
    scale,
    folding: 'both',
    tell: (row, column) =>
      tell(moments[column] ?? NaN, layers[row] ?? NaN) ?? message('not measured'),
  };
}

const layerRow = (layer: string): HeatRow => ({ name: message('{layer}', { layer }), tick: layer });

function gradientScale(quantity: Quantity, runs: readonly Run[]): ColourScale {
  const { title } = quantity;
  return quantity.scale === 'share'
    ? { title, kind: 'linear', min: 0, max: 1, format: 'percent', zeros: 'marked' }
    : logScale(fittedValues(runs, quantity), { title, format: 'ratio', zeros: 'marked' });
}
