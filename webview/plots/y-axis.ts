import type { Message } from '../../src/l10n.ts';
import type { OutlierStyle, YScale } from '../choices.ts';
import { extentOf, within } from '../series/outline.ts';
import type { Extent } from '../series/pyramid.ts';
import type { Level, Series, YAxis } from './plot.ts';
import {
  closeRange,
  extentOfValues,
  linearRange,
  logRange,
  symlogRange,
  union,
  type Range,
} from './range.ts';

interface Options {
  readonly title: Message;
  readonly format: YAxis['format'];
  readonly scale: YScale;
  readonly outliers: OutlierStyle;
  readonly levels?: readonly Level[];
}

/**
 * Room for every value of the main lines; what batches and diverged runs add is room only where it does
 * not flatten those, or where outliers are to be shown. What has none gets marks.
 * @param isFlighty whether a line may leave the plot
 */
export function yAxisFor(
  series: readonly Series[],
  options: Options,
  isFlighty: (series: Series) => boolean,
): YAxis {
  const { title, format, scale, outliers, levels = [] } = options;
  const isCalm = (of: Series): boolean => outliers === 'shown' || !isFlighty(of);
  const calm = series.filter(isCalm);
  const flighty = series.filter((of) => !isCalm(of));
  const main = union([...calm.map(wholeOf), extentOfValues(levels.map(({ y }) => y))]);
  const others = union([...flighty.map(wholeOf)]);
  const fit = (from: number, to: number): Range => {
    const seen = union(calm.map((of) => seenOf(of, from, to)));
    const all = union([seen, ...flighty.map((of) => seenOf(of, from, to))]);
    if (scale !== 'linear') return scale === 'log' ? logRange(all) : symlogRange(all);
    return closeRange(
      seen.min <= seen.max && outliers === 'aside' ? withoutSpikes(seen, all) : all,
    );
  };
  return { title, format, scale, fit, ...wholeRange(scale, main, others) };
}

function wholeRange(scale: YScale, main: Extent, others: Extent): Range & { threshold?: number } {
  switch (scale) {
    case 'linear':
      return linearRange(main, others);
    case 'log':
      return logRange(union([main, others]));
    case 'symlog':
      return symlogRange(union([main, others]));
  }
}

/** Batches around the lines, but not those far above them. */
function withoutSpikes(seen: Extent, all: Extent): Extent {
  const span = seen.max - seen.min;
  const room = 2 * (span > 0 ? span : Math.abs(seen.max));
  return {
    ...all,
    min: Math.max(all.min, seen.min - room),
    max: Math.min(all.max, seen.max + room),
  };
}

/** What a line spans, with its band. */
function wholeOf({ trace, band }: Series): Extent {
  return union([extentOf(trace), ...bandOf(band).map((edge) => extentOf(edge))]);
}

function seenOf({ trace, band }: Series, from: number, to: number): Extent {
  return union([trace, ...bandOf(band)].map((of) => extentOf(of, within(of, from, to))));
}

function bandOf(band: Series['band']): NonNullable<Series['band']>['lower'][] {
  return band === undefined ? [] : [band.lower, band.upper];
}
