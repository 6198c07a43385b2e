import { message, type Message, type MessageArg } from '../../src/l10n.ts';
import type { LayerStatistics } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';
import { layerNames, momentEnd } from './gradients.ts';
import { momentName, momentsIn, statisticsReader } from './moments.ts';
import type { Axis, Plot, Series, SeriesPart } from './plot.ts';
import { linearRange, marksOf } from './range.ts';
import { divergence } from './run-series.ts';
import { nowOn, xAxis } from './x-axis.ts';

interface Line {
  readonly label: (run: string) => MessageArg;
  readonly part: SeriesPart;
  readonly read: (of: LayerStatistics) => number;
}

const lines: readonly Line[] = [
  { label: (run) => run, part: 'main', read: ({ mean }) => mean },
  {
    label: (run): Message => message('{run}, mean + std', { run }),
    part: 'training',
    read: ({ mean, std }) => mean + std,
  },
  {
    label: (run): Message => message('{run}, mean − std', { run }),
    part: 'training',
    read: ({ mean, std }) => mean - std,
  },
];

/** The mean of one layer's gradient, and one standard deviation to either side; its scale is its own. */
export function spreadPlot(
  layer: number,
  runs: readonly Run[],
  slots: ReadonlyMap<string, number>,
): Plot {
  const y = spreadAxis(layer, runs);
  return {
    title: message('{layer}', { layer: layerNames(runs)[layer] ?? '' }),
    notes: [],
    x: xAxis(runs, 'epoch'),
    y,
    series: runs.flatMap((run) =>
      lines.map((line) => ({
        slot: slots.get(run.identity.id) ?? 0,
        ...spreadLine(run, layer, line, y),
      })),
    ),
    levels: [],
    now: nowOn(runs, 'epoch'),
    showsLatest: false,
    markers: 'last',
    rowName: momentName,
  };
}

function spreadAxis(layer: number, runs: readonly Run[]): Axis {
  const statistics = runs.flatMap(({ gradients: { firstStep, layers } }) => [
    ...(firstStep?.slice(layer, layer + 1) ?? []),
    ...(layers[layer] ?? []),
  ]);
  const values = lines.flatMap(({ read }) => statistics.map(read));
  const title = message('mean ± standard deviation');
  return { title, scale: 'linear', format: 'ratio', ...linearRange(values) };
}

function spreadLine(run: Run, layer: number, line: Line, y: Axis): Omit<Series, 'slot'> {
  const statistics = statisticsReader(run);
  const points = momentsIn(run).map((moment) => {
    const of = statistics(moment, layer);
    return { x: momentEnd(run, moment, 'epoch'), y: of ? line.read(of) : NaN, row: moment };
  });
  const marks = [...marksOf(points, y), ...(line.part === 'main' ? divergence(run, 'epoch') : [])];
  return { label: line.label(run.identity.name), part: line.part, points, marks };
}
