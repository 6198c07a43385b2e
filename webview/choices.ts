import {
  allExamples,
  parseExampleChoice,
  type ExampleChoice,
} from './panel/data/example-choice.ts';
import { parsePoint, type Point } from './panel/point.ts';
import { lossNames, type LossName } from '../src/experiment/losses/catalogue.ts';

export const tabs = ['curves', 'gradients', 'validation', 'data', 'explain'] as const;
export type Tab = (typeof tabs)[number];

export const xAxes = ['step', 'epoch', 'time'] as const;
export type XAxis = (typeof xAxes)[number];

export const yScales = ['linear', 'log'] as const;
export type YScale = (typeof yScales)[number];

/** What the pull of a loss is multiplied with: nothing, or its reduction as in training. */
export const pullScales = ['sum', 'trained'] as const;
export type PullScale = (typeof pullScales)[number];

/** What a person chose in the page; survives hiding and reloading it. */
export interface Choices {
  readonly tab: Tab;
  readonly x: XAxis;
  readonly y: YScale;
  readonly pull: PullScale;
  /** Losses shown besides those that the runs train on. */
  readonly losses: readonly LossName[];
  /** Which validation images the Data tab shows. */
  readonly examples: ExampleChoice;
  /** The step of a run that is explained. */
  readonly point: Point | null;
}

const defaults: Choices = {
  tab: 'curves',
  x: 'epoch',
  y: 'linear',
  pull: 'sum',
  losses: [],
  examples: allExamples,
  point: null,
};

/** Whatever an earlier version of the page kept: each choice that still exists, else its default. */
export function parseChoices(value: unknown): Choices {
  const kept = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const losses: unknown = kept.get('losses');
  return {
    tab: oneOf(tabs, kept.get('tab')) ?? defaults.tab,
    x: oneOf(xAxes, kept.get('x')) ?? defaults.x,
    y: oneOf(yScales, kept.get('y')) ?? defaults.y,
    pull: oneOf(pullScales, kept.get('pull')) ?? defaults.pull,
    losses: Array.isArray(losses) ? lossNames.filter((name) => losses.includes(name)) : [],
    examples: parseExampleChoice(kept.get('examples')),
    point: parsePoint(kept.get('point')),
  };
}

function oneOf<T extends string>(options: readonly T[], value: unknown): T | undefined {
  return options.find((option) => option === value);
}
