import type { Message } from '../../src/l10n.ts';
import type { Canvas } from '../charts/canvas.ts';

/** What can be made a picture file of. */
export interface Picture {
  readonly title: Message;
  /** All of it in words. */
  readonly label: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** All of it, from the background on. @param pixel of the result, in CSS pixels: how finely it is drawn */
  paint(canvas: Canvas, pixel: number): void;
}
