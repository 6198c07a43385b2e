import type { JSX } from 'preact';
import { message, percent } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import type { Cell } from './cell-after.ts';

interface Props {
  readonly share: number;
  readonly cell: Cell;
  /** Whether Tab reaches it. */
  readonly isReached: boolean;
  /** The true class, and the one that it is taken for. */
  readonly truth: string;
  readonly taken: string;
  /** Whose images it shows; undefined where it shows none. */
  readonly runId: string | undefined;
  readonly onReach: (cell: Cell) => void;
}

/** Whole percents, and nothing for less than one half: the eye is to find the confusions. */
export function ConfusionCell(props: Props): JSX.Element {
  const { t } = usePage();
  const { share, cell, truth, taken, runId } = props;
  const title = message('{truth}, taken for {class}: {share}', {
    truth,
    class: taken,
    share: percent(share),
  });
  const isRight = cell.row === cell.column;
  const shade = { '--share': String(Number.isNaN(share) ? 0 : share) };
  const text = share >= 0.005 ? String(Math.round(100 * share)) : '';
  return (
    <td
      class={share >= 0.005 ? (isRight ? 'right' : 'wrong') : 'none'}
      style={shade}
      title={t(title)}
    >
      {runId === undefined ? text : <Choice {...props} runId={runId} text={text} />}
    </td>
  );
}

function Choice({
  cell,
  isReached,
  truth,
  taken,
  runId,
  onReach,
  text,
}: Props & { readonly runId: string; readonly text: string }): JSX.Element {
  const { t, choices, choose } = usePage();
  const { examples } = choices;
  const chosen = { runId, trueClass: cell.row, predictedClass: cell.column };
  const isChosen =
    examples.runId === runId &&
    examples.trueClass === cell.row &&
    examples.predictedClass === cell.column;
  // It begins with the words that are seen, for those who speak to their computer.
  const label = message('{percent} % of {truth}, taken for {class}', {
    percent: text || '0',
    truth,
    class: taken,
  });
  const onClick = (): void => {
    onReach(cell);
    const all = { runId, trueClass: null, predictedClass: null };
    choose({ examples: { ...examples, wrongOnly: false, ...(isChosen ? all : chosen) } });
  };
  return (
    <button
      type="button"
      data-cell={`${cell.row} ${cell.column}`}
      tabIndex={isReached ? 0 : -1}
      aria-label={t(label)}
      aria-pressed={isChosen}
      onFocus={() => onReach(cell)}
      onClick={onClick}
    >
      {text}
    </button>
  );
}
