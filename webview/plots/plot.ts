import type { FigureFormat, Message, MessageArg } from '../../src/l10n.ts';
import type { Slot } from '../run-slots.ts';

/** A plot as plain data: what is drawn, told in words and listed as a table. */
export interface Plot {
  readonly title: Message;
  /** What y is measured in, such as "nats". */
  readonly unit?: Message;
  /** Said under the plot. */
  readonly notes: readonly Message[];
  readonly x: Axis;
  readonly y: Axis;
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
  readonly scale: 'linear' | 'log';
  readonly min: number;
  readonly max: number;
  readonly format: FigureFormat | 'wholePercent';
  /** Names at whole numbers instead of figures. */
  readonly names?: readonly string[];
}

export interface Series {
  readonly label: MessageArg;
  readonly slot: Slot;
  readonly part: SeriesPart;
  /** By ascending x. */
  readonly points: readonly PlotPoint[];
  readonly marks: readonly Mark[];
}

/** Drawn solid, dashed and faint. */
export type SeriesPart = 'main' | 'training' | 'batch';

export interface PlotPoint {
  readonly x: number;
  /** NaN breaks the line. */
  readonly y: number;
  /** The row of the table that it belongs to; none for the many of a faint line. */
  readonly row?: number;
}

/** A measured value that a line cannot show. */
export interface Mark {
  readonly x: number;
  readonly kind: MarkKind;
  readonly value: number;
  readonly label?: Message;
}

/** NaN or infinite; over the top edge; under the bottom edge, such as 0 on a log axis. */
export type MarkKind = 'invalid' | 'above' | 'below';

export interface Level {
  readonly y: number;
  readonly label: Message;
}
