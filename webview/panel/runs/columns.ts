import { listing, message, type Message, type MessageArg } from '../../../src/l10n.ts';
import { stateLabel } from '../../../src/run/labels.ts';
import type { Run } from '../../../src/run/run.ts';
import { bestOf, lastOf, type Measure } from './measures.ts';
import type { Row } from './rows.ts';
import { spreadOf } from './spread.ts';

/** A column of the list: what stands in a row, and what rows are sorted by. */
export interface Column {
  readonly id: string;
  readonly label: Message;
  /** The order of the first click: the best at the top. */
  readonly first: 'ascending' | 'descending';
  readonly isNumeric: boolean;
  /** Undefined for nothing to say. */
  readonly told: (row: Row) => Message | undefined;
  /** Undefined and NaN come last, whatever the order. */
  readonly key: (row: Row) => number | Message | undefined;
}

export const nameColumn: Column = {
  id: 'name',
  label: message('run'),
  first: 'ascending',
  isNumeric: false,
  told: ({ name }) => message('{name}', { name }),
  key: ({ name }) => message('{name}', { name }),
};

export const stateColumn: Column = {
  id: 'state',
  label: message('state'),
  first: 'ascending',
  isNumeric: false,
  told: ({ runs }) => statesOf(runs),
  key: ({ runs }) => stateLabel(runs[0]),
};

/** The states of a group, each once: "completed, diverged". */
function statesOf(runs: readonly Run[]): Message | undefined {
  const labels = new Map(runs.map((run) => [run.state, stateLabel(run)]));
  return listing([...labels.values()]);
}

/** What a run has at the linked cursor; a group has nothing there. */
export function cursorColumn(valueAt: (run: Run) => MessageArg | undefined): Column {
  const told = ({ runs, isGroup }: Row): Message | undefined => {
    const value = isGroup ? undefined : valueAt(runs[0]);
    return value === undefined ? undefined : message('{value}', { value });
  };
  return {
    id: 'cursor',
    label: message('at the cursor'),
    first: 'descending',
    isNumeric: true,
    told,
    key: told,
  };
}

export function lastColumn(measure: Measure): Column {
  const values = ({ runs }: Row): number[] => runs.flatMap((run) => lastOf(measure, run) ?? []);
  return {
    id: 'last',
    label: message('last {measure}', { measure: measure.label }),
    first: firstOf(measure),
    isNumeric: true,
    told: (row) => toldSpread(values(row), measure),
    key: (row) => spreadOf(values(row))?.mean,
  };
}

export function bestColumn(measure: Measure): Column {
  const values = ({ runs }: Row): number[] =>
    runs.flatMap((run) => bestOf(measure, run)?.value ?? []);
  return {
    id: 'best',
    label: message('best {measure}', { measure: measure.label }),
    first: firstOf(measure),
    isNumeric: true,
    told: (row) =>
      row.isGroup ? toldSpread(values(row), measure) : toldBest(row.runs[0], measure),
    key: (row) => spreadOf(values(row))?.mean,
  };
}

const firstOf = ({ better }: Measure): Column['first'] =>
  better === 'higher' ? 'descending' : 'ascending';

/** "86.1 % at epoch 9" */
export function toldBest(run: Run, measure: Measure): Message | undefined {
  const best = bestOf(measure, run);
  return (
    best &&
    message('{value} at epoch {epoch}', {
      value: { value: best.value, format: measure.format },
      epoch: { value: best.epoch, format: 'count' },
    })
  );
}

/** "86.1 %", and "± 0.3 %" after it for several. */
function toldSpread(values: readonly number[], { format }: Measure): Message | undefined {
  const spread = spreadOf(values);
  if (spread === undefined) return undefined;
  const { mean, deviation } = spread;
  const value = message('{value}', { value: { value: mean, format } });
  if (!Number.isFinite(deviation)) return value;
  return message('{mean} ± {deviation}', { mean: value, deviation: { value: deviation, format } });
}
