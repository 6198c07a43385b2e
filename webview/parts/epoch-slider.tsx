import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';

interface Props {
  /** Of how many epochs, and which of them is chosen. */
  readonly count: number;
  readonly place: number;
  /** What the chosen one is called. */
  readonly name: string;
  /** Whether the last one is followed rather than chosen. */
  readonly isLatest: boolean;
  readonly onMove: (place: number) => void;
  readonly onLatest: () => void;
}

/** Chooses an epoch of those that there are, or follows the last. */
export function EpochSlider(props: Props): JSX.Element {
  const { count, place, name, isLatest, onMove, onLatest } = props;
  const { t } = usePage();
  return (
    <>
      <label>
        {t(message('Epoch'))}
        <input
          type="range"
          min={0}
          max={Math.max(0, count - 1)}
          step={1}
          value={place}
          disabled={count < 2}
          aria-valuetext={name}
          onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
        />
      </label>
      <output>{name}</output>
      <button
        type="button"
        class="button"
        aria-pressed={isLatest}
        title={t(message('Follow each run to its last epoch'))}
        onClick={onLatest}
      >
        {t(message('Latest'))}
      </button>
    </>
  );
}
