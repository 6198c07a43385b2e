import { message, type Message } from '../../src/l10n.ts';
import type { Histogram } from '../../src/run/histogram.ts';
import type { Run } from '../../src/run/run.ts';
import { logScale } from './colour-scale.ts';
import type { HeatMap } from './heat-map.ts';
import { binRows, countIn, exponentRange, total } from './histogram-bins.ts';
import { binName, binTick } from './histogram-words.ts';

/**
 * How the elements of one layer's gradient are spread over the powers of two of either sign, epoch by
 * epoch: large positive ones at the top, 0 in the middle, large negative ones at the bottom.
 * Undefined where no histogram was measured.
 */
export function histogramMap(run: Run, layer: number): HeatMap | undefined {
  const { epoch, histograms } = run.gradients;
  const columns = histograms.map((of) => of?.[layer]);
  const measured = columns.filter((of) => of !== undefined);
  if (measured.length === 0) return undefined;
  const rows = binRows(
    exponentRange(measured),
    measured.some(({ notFinite }) => notFinite > 0),
  );
  const values = rows.map((row) => columns.map((of) => of && countIn(of, row)));
  const title = message('elements');
  return {
    title: histogramTitle(run, layer),
    subject: run.identity.name,
    rows: {
      title: message('element of the gradient'),
      kind: 'scale',
      entries: rows.map((row, index) => ({ name: binName(row), tick: binTick(index, rows) })),
    },
    columns: { title: message('epoch'), moments: epoch },
    values,
    scale: logScale([1, largestOf(values)], { title, format: 'count', zeros: 'empty' }),
    folding: 'largest',
    tell: (row, column) => toldCount(values[row]?.[column], columns[column]),
  };
}

export const histogramTitle = (run: Run, layer: number): Message =>
  message('Gradient of {layer}, epoch by epoch', {
    layer: run.setting?.layers[layer]?.name ?? '',
  });

/** One epoch has thousands of elements and a run thousands of epochs: no array is made of them all. */
function largestOf(values: readonly (readonly (number | undefined)[])[]): number {
  return values.reduce((most, of) => of.reduce<number>((a, b = 0) => Math.max(a, b), most), 1);
}

function toldCount(of: number | undefined, histogram: Histogram | undefined): Message {
  if (of === undefined || histogram === undefined) return message('not measured');
  const share = { value: of / total(histogram), format: 'percent' } as const;
  const elements = { value: of, format: 'count' } as const;
  return message('{elements} elements, {share}', { elements, share });
}
