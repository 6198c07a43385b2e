import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { loss, message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { decimate } from '../plots/decimate.ts';
import type { Slot } from '../run-slots.ts';
import { useWidth } from './use-width.ts';

const height = 36;
const margin = 4;

/** The loss of every batch so far, on an axis that ends where training will. */
export function Sparkline({ run, slot }: { readonly run: Run; readonly slot: Slot }): JSX.Element {
  const { t, theme } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  const { length } = run.batches.step;
  const colour = theme.colours[slot] ?? theme.foreground;
  useEffect(() => {
    if (canvas.current !== null && width > 0) draw(canvas.current, run, width, colour);
  }, [run, length, width, colour]);
  return <canvas class="sparkline" ref={canvas} role="img" aria-label={t(inWords(run))} />;
}

function inWords({ batches }: Run): Message {
  const [first, last] = [batches.loss[0], batches.loss.at(-1)];
  if (first === undefined || last === undefined) return message('Batch loss, no values yet');
  return message('Batch loss from {first} to {last}', { first: loss(first), last: loss(last) });
}

function draw(canvas: HTMLCanvasElement, run: Run, width: number, colour: string): void {
  const density = window.devicePixelRatio;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(density, density);
  context.strokeStyle = colour;
  context.lineWidth = 1.25;
  context.lineJoin = 'round';
  drawLine(context, run, width);
}

function drawLine(
  context: CanvasRenderingContext2D,
  { batches, ...run }: Run,
  width: number,
): void {
  const end = run.setting === undefined ? 1 : run.identity.spec.epochs * run.setting.stepsPerEpoch;
  const finite = batches.loss.filter(Number.isFinite);
  const top = finite.reduce((a, b) => Math.max(a, b), 0);
  const bottom = finite.reduce((a, b) => Math.min(a, b), top);
  const yOf = (value: number): number =>
    height - margin - ((value - bottom) / (top - bottom || 1)) * (height - 2 * margin);
  context.beginPath();
  let isBroken = true;
  for (const index of decimate(batches.step, batches.loss, Math.max(Math.floor(width), 1))) {
    const x = margin + ((batches.step[index] ?? 0) / end) * (width - 2 * margin);
    const value = batches.loss[index] ?? NaN;
    if (!Number.isFinite(value)) cross(context, x);
    else if (isBroken) context.moveTo(x, yOf(value));
    else context.lineTo(x, yOf(value));
    isBroken = !Number.isFinite(value);
  }
  context.stroke();
}

/** NaN and infinity have no height: a cross at the top says that they were there. */
function cross(context: CanvasRenderingContext2D, x: number): void {
  context.moveTo(x - 3, margin - 3);
  context.lineTo(x + 3, margin + 3);
  context.moveTo(x + 3, margin - 3);
  context.lineTo(x - 3, margin + 3);
}
