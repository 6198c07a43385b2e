import type { FigureFormat, Message, MessageArg } from '../../src/l10n.ts';
import type { Slot } from '../run-slots.ts';
import type { ScaleKind } from '../series/scale.ts';
import type { Trace } from '../series/trace.ts';
import type { Range } from './range.ts';

/** A plot as plain data: what is drawn, told in words, listed as a table and exported. */
export interface Plot {
  /** Its own among the plots of a page, and the same while the page lives: "loss cross-entropy". */
  readonly key: string;
  readonly title: Message;
  /** What y is measured in, such as "nats". */
  readonly unit?: Message;
  /** Said under the plot. */
  readonly notes: readonly Message[];
  readonly x: XAxis;
  readonly y: YAxis;
  readonly series: readonly Series[];
  /** Horizontal dotted lines. */
  readonly levels: readonly Level[];
  /** Where a vertical dotted line says how far training is. */
  readonly now: number | undefined;
  /** Whether the last value of each line is worth a headline. */
  readonly showsLatest: boolean;
  /** Which points of the main lines get the marker of their run. */
  readonly markers: 'last' | 'all' | 'every-fifth-row';
  /** What a row of the table and a tooltip is about: "epoch 12". */
  readonly rowName: (row: number) => Message;
}

export interface Axis {
  readonly title: Message;
  /** What is shown when nothing is zoomed. */
  readonly min: number;
  readonly max: number;
  readonly format: FigureFormat | 'wholePercent' | 'clock';
}

export interface XAxis extends Axis {
  /** Plots of one link are zoomed together, and share the cursor. */
  readonly link: string;
  /** Names at whole numbers instead of figures. */
  readonly names?: readonly string[];
}

export interface YAxis extends Axis {
  readonly scale: ScaleKind;
  /** See `Scale`. */
  readonly threshold?: number;
  /** Pixels that its figures take, where plots below each other are to have their x axes in line. */
  readonly room?: number;
  /** What to show when x is zoomed; the whole of it where there is none. */
  readonly fit?: (from: number, to: number) => Range;
}

export interface Series {
  readonly label: MessageArg;
  readonly slot: Slot;
  readonly part: SeriesPart;
  readonly trace: Trace;
  /** Drawn instead, over the faint trace itself. */
  readonly smoothed?: Trace;
  /** What runs of one group span around their mean: as many points as the trace. */
  readonly band?: Band;
  /** Drawn as bars instead of a line: each from here to there about its point, in x. */
  readonly bars?: { readonly from: number; readonly to: number };
  /** What a value cannot tell by itself, such as that the run diverged. */
  readonly marks: readonly LabelledMark[];
  /** The run that a click on the line asks about; none for the mean of a group. */
  readonly runId?: string;
  /** Optimizer steps of the points, where a point is one of a run. */
  readonly steps?: ArrayLike<number>;
}

export interface Band {
  readonly lower: Trace;
  readonly upper: Trace;
}

/** Drawn solid, dashed and faint. */
export type SeriesPart = 'main' | 'training' | 'batch';

export interface LabelledMark {
  readonly x: number;
  readonly label: Message;
}

export interface Level {
  readonly y: number;
  readonly label: Message;
}
