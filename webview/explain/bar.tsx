import type { JSX } from 'preact';
import type { Slot } from '../run-slots.ts';

interface Props {
  readonly slot: Slot;
  readonly value: number;
  /** What fills the whole width. */
  readonly full: number;
  readonly isStrong?: boolean;
  readonly text: string;
}

/** A bar in a run's colour with its figure: below 0, and where it is not finite, the figure alone. */
export function Bar({ slot, value, full, isStrong = true, text }: Props): JSX.Element {
  const share = Number.isFinite(value) && full > 0 ? Math.max(0, Math.min(1, value / full)) : 0;
  return (
    <span class={isStrong ? 'bar strong' : 'bar'}>
      <span class={`bar-track swatch-${slot}`} aria-hidden="true">
        <span class="bar-fill" style={{ width: `${100 * share}%` }} />
      </span>
      <span class="figure">{text}</span>
    </span>
  );
}
