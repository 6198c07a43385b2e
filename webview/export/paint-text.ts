import type { Canvas } from '../charts/canvas.ts';
import type { Theme } from '../theme.ts';
import { textWidth } from './text-width.ts';

/** Around a picture's content, in CSS pixels. */
export const margin = 16;
/** Of a line of text. */
export const lineHeight = 16;

const titleHeight = 24;

/** Of title and what stands below it, margin included. */
export function headHeight(hasUnit: boolean): number {
  return margin + titleHeight + (hasUnit ? lineHeight : 0);
}

/** The background, the title, and what stands below it. */
export function paintHead(
  canvas: Canvas,
  { width, height, theme }: { width: number; height: number; theme: Theme },
  title: string,
  unit?: string,
): void {
  canvas.fillStyle = theme.background;
  canvas.fillRect(0, 0, width, height);
  canvas.textAlign = 'left';
  canvas.fillStyle = theme.foreground;
  canvas.font = `600 15px ${theme.font}`;
  canvas.fillText(title, margin, margin + 12);
  canvas.font = `400 12px ${theme.font}`;
  canvas.fillStyle = theme.description;
  if (unit !== undefined) canvas.fillText(unit, margin, margin + titleHeight + 8);
}

/** Lines of notes at the foot of a picture. @param bottom of the last one */
export function paintFoot(
  canvas: Canvas,
  lines: readonly string[],
  bottom: number,
  theme: Theme,
): void {
  canvas.textAlign = 'left';
  canvas.font = `400 11px ${theme.font}`;
  canvas.fillStyle = theme.description;
  lines.forEach((line, index) =>
    canvas.fillText(line, margin, bottom - 4 - (lines.length - 1 - index) * lineHeight),
  );
}

/** A text in lines that fit; between any two characters where the script has no spaces. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/gu) ?? []) {
    if (line !== '' && textWidth(line + word, size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? word.trimStart() : word;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
