import { parseLensChoice, type LensChoice } from './explain/lens-choice.ts';
import { parseExampleChoice, type ExampleChoice } from './panel/data/example-choice.ts';
import { parsePoint, type Point } from './panel/point.ts';
import { lossNames, type LossName } from '../src/experiment/losses/catalogue.ts';
import { isObject } from '../src/experiment/merge-written.ts';
import { tabs, type Tab } from '../src/tabs.ts';
import { parseGradientChoice, type GradientChoice } from './gradient-choice.ts';
import type { Sort } from './panel/runs/order.ts';

export const xAxes = ['step', 'epoch', 'time', 'clock'] as const;
export type XAxis = (typeof xAxes)[number];

export const yScales = ['linear', 'log', 'symlog'] as const;
export type YScale = (typeof yScales)[number];

/** How the seeds of one experiment are drawn: mean with a band, or each run by itself. */
export const seedStyles = ['deviation', 'range', 'each'] as const;
export type SeedStyle = (typeof seedStyles)[number];

/** Whether values far above the rest are marked at the edge, or the axis goes up to them. */
export const outlierStyles = ['aside', 'shown'] as const;
export type OutlierStyle = (typeof outlierStyles)[number];

/** A stretch of an axis: [from, to]. */
export type Span = readonly [number, number];

/** What the pull of a loss is multiplied with: nothing, or its reduction as in training. */
export const pullScales = ['sum', 'trained'] as const;
export type PullScale = (typeof pullScales)[number];

/** What a person chose in the page; survives hiding, moving and reloading it. */
export interface Choices {
  readonly tab: Tab;
  readonly x: XAxis;
  readonly y: YScale;
  readonly seeds: SeedStyle;
  readonly outliers: OutlierStyle;
  /** The weight of what went before in the moving average of each line, in 0 … 0.999; 0 is none. */
  readonly smoothing: number;
  /** What is shown of the x axes that were zoomed, by `XAxis.link`. */
  readonly zoomX: Readonly<Record<string, Span>>;
  /** The same of y, by `Plot.key`. */
  readonly zoomY: Readonly<Record<string, Span>>;
  /** Whether a zoomed x axis moves along with the newest point. */
  readonly follow: boolean;
  readonly pull: PullScale;
  /** Losses shown besides those that the runs train on. */
  readonly losses: readonly LossName[];
  /** The ids of runs that are drawn nowhere, but stay in the list. */
  readonly hidden: readonly string[];
  /** The ids of runs that stay at the top of the list. */
  readonly pinned: readonly string[];
  /** The groups of seeds whose runs have rows of their own. */
  readonly unfolded: readonly string[];
  readonly gradients: GradientChoice;
  /** What the list of runs is sorted by; null for the order of the comparison. */
  readonly sort: Sort | null;
  /** The id of the measure whose last and best values the list has. */
  readonly measure: string;
  /** Words that the listed runs must have. */
  readonly filter: string;
  /** Whether few runs too are listed in a table with its tools. */
  readonly details: boolean;
  /** Which validation images the Data tab shows. */
  readonly examples: ExampleChoice;
  /** What is looked at through the lens of the Explain tab. */
  readonly lens: LensChoice;
  /** The arms whose verdict is shown, by their ids; none for the ones that suit best. */
  readonly verdict: readonly string[];
  /** Whether the runs of a sweep are listed and drawn like the others. */
  readonly sweeps: boolean;
  /** The step of a run that is explained. */
  readonly point: Point | null;
}

/** What a choice is where nothing that still exists was kept, made of what was. */
type Reader<T> = (kept: unknown) => T;

/** One reader a choice. Whatever an earlier version of the page kept, a reader never throws. */
const readers: { readonly [Name in keyof Choices]: Reader<Choices[Name]> } = {
  tab: oneOf(tabs, 'curves'),
  x: oneOf(xAxes, 'epoch'),
  y: oneOf(yScales, 'linear'),
  seeds: oneOf(seedStyles, 'deviation'),
  outliers: oneOf(outlierStyles, 'aside'),
  smoothing: share,
  zoomX: spans,
  zoomY: spans,
  follow: (kept) => kept === true,
  pull: oneOf(pullScales, 'sum'),
  losses: someOf(lossNames),
  hidden: texts,
  pinned: texts,
  unfolded: texts,
  gradients: parseGradientChoice,
  sort: (kept) => (isSort(kept) ? { by: kept.by, descending: kept.descending } : null),
  measure: (kept) => (typeof kept === 'string' ? kept : 'accuracy'),
  filter: (kept) => (typeof kept === 'string' ? kept : ''),
  details: (kept) => kept === true,
  examples: parseExampleChoice,
  lens: parseLensChoice,
  verdict: texts,
  sweeps: (kept) => kept === true,
  point: parsePoint,
};

/** Whatever an earlier version of the page kept: each choice that still exists, else its default. */
export function parseChoices(value: unknown): Choices {
  const kept = isObject(value) ? value : {};
  const choices: Partial<Choices> = {};
  for (const name of names) Object.assign(choices, { [name]: readers[name](kept[name]) });
  if (!isWhole(choices)) throw new Error('A choice has no reader.');
  return choices;
}

const isName = (name: string): name is keyof Choices => Object.hasOwn(readers, name);

const names = Object.keys(readers).filter(isName);

function isWhole(choices: Partial<Choices>): choices is Choices {
  return names.every((name) => name in choices);
}

function oneOf<T extends string>(options: readonly T[], initial: T): Reader<T> {
  return (kept) => options.find((option) => option === kept) ?? initial;
}

/** Those of the options that were kept, in their order; none by default. */
function someOf<T extends string>(options: readonly T[]): Reader<readonly T[]> {
  return (kept) => (Array.isArray(kept) ? options.filter((option) => kept.includes(option)) : []);
}

function texts(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
}

function share(kept: unknown): number {
  return typeof kept === 'number' && kept > 0 && kept < 1 ? kept : 0;
}

function spans(kept: unknown): Readonly<Record<string, Span>> {
  const entries = isObject(kept) ? Object.entries(kept) : [];
  return Object.fromEntries(entries.flatMap(([key, span]) => (isSpan(span) ? [[key, span]] : [])));
}

function isSpan(value: unknown): value is Span {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const from: unknown = value[0];
  const to: unknown = value[1];
  return typeof from === 'number' && typeof to === 'number' && from < to;
}

function isSort(kept: unknown): kept is Sort {
  return (
    isObject(kept) && typeof kept['by'] === 'string' && typeof kept['descending'] === 'boolean'
  );
}
