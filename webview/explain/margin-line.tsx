import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Brush } from '../charts/paint.ts';
import { reach } from '../plots/pull.ts';
import { xIn } from '../series/outline.ts';
import { useStore } from '../use-store.ts';
import { marginNow, predictionNow, type Lens } from './lens.ts';
import { readLoss, type LossReading } from './lens-loss.ts';

/** What of a loss a plot draws. */
export type Read = (reading: LossReading) => number;

interface Props {
  readonly lens: Lens;
  readonly brush: Brush;
  /** None for a plot that has no curves. */
  readonly read: Read | undefined;
}

/** A line at the chosen margin, to be dragged, and what each loss has there as dots. */
export function MarginLine({ lens, brush, read }: Props): JSX.Element {
  const line = useRef<HTMLDivElement>(null);
  const moved = useStore(lens.margin, (of) => of);
  const margin = marginNow(lens, moved);
  const { left, right, from, to } = brush.projection;
  const { top, bottom } = brush.area;
  const x = clamp(xIn(brush.projection, margin), left, right);
  const move = (event: PointerEvent): void => {
    if (line.current?.hasPointerCapture(event.pointerId) !== true) return;
    const plot = line.current.parentElement?.getBoundingClientRect();
    if (plot === undefined) return;
    event.stopPropagation();
    const share = (event.clientX - plot.left - left) / (right - left);
    lens.margin.set(rounded(from + clamp(share, 0, 1) * (to - from)));
  };
  const hold = (event: PointerEvent): void => {
    // Else the plot would begin to select a stretch to zoom in.
    event.stopPropagation();
    line.current?.setPointerCapture(event.pointerId);
  };
  return (
    <>
      {read && <Dots lens={lens} brush={brush} read={read} x={x} />}
      <div
        ref={line}
        class="margin-line"
        style={{ left: `${x}px`, top: `${top}px`, height: `${bottom - top}px` }}
        onPointerDown={hold}
        onPointerMove={move}
        onPointerUp={(event) => event.stopPropagation()}
      />
    </>
  );
}

/** Hollow: the curve, of the made-up example. Filled: what the real example has. */
function Dots({
  lens,
  brush,
  read,
  x,
}: Required<Props> & { readonly read: Read; readonly x: number }): JSX.Element {
  const moved = useStore(lens.margin, (of) => of);
  const margin = clamp(marginNow(lens, moved), -reach, reach);
  const { projection, area } = brush;
  const inside = (y: number): boolean => y >= area.top - 1 && y <= area.bottom + 1;
  const places = lens.losses.flatMap((loss) => {
    const made = projection.yOf(read(readLoss(loss, predictionNow(lens, loss, margin))));
    const exact = moved === null && lens.example !== undefined;
    const real = exact
      ? projection.yOf(read(readLoss(loss, predictionNow(lens, loss, null))))
      : NaN;
    return [{ key: loss.key, slot: loss.slot, made, real }];
  });
  return (
    <svg class="margin-dots" aria-hidden="true">
      {places.map(({ key, slot, made, real }) => (
        <g key={key} class={`swatch-${slot}`}>
          {inside(made) && <circle cx={x} cy={made} r={4} class="made-up" />}
          {inside(real) && <circle cx={x} cy={real} r={4} class="real" />}
        </g>
      ))}
    </svg>
  );
}

const clamp = (value: number, from: number, to: number): number =>
  Math.max(from, Math.min(to, value));

/** As finely as the slider goes. */
const rounded = (margin: number): number => Math.round(20 * margin) / 20;
