import type { JSX } from 'preact';
import type { SeriesPart } from '../plots/plot.ts';
import type { Slot } from '../run-slots.ts';

interface Props {
  readonly slot: Slot;
  readonly part?: SeriesPart;
}

/** A short piece of a run's line, with its marker; said by the text beside it. */
export function Swatch({ slot, part = 'main' }: Props): JSX.Element {
  return (
    <svg class={`swatch swatch-${slot}`} viewBox="0 0 18 10" aria-hidden="true">
      <line x1="0" x2="18" y1="5" y2="5" class={`line-${part}`} />
      {part === 'main' && <path d={markerPaths[slot % markerPaths.length]} />}
    </svg>
  );
}

/** The markers of the charts, in the same order: see `markers` in charts/chart-config.ts. */
const markerPaths = [
  'M9 1.8a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0 -6.4z',
  'M9 1L13 5L9 9L5 5z',
  'M9 1L13 8.5L5 8.5z',
  'M5.8 1.8h6.4v6.4h-6.4z',
  'M9 1v8M5 5h8M6 2l6 6M12 2l-6 6',
  'M6 2l6 6M12 2l-6 6',
];
