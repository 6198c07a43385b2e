import type { Planted, Wanted } from './data.ts';

/** A canvas, and where on it values lie, in CSS pixels. */
export interface Drawn {
  readonly canvas: HTMLCanvasElement;
  /** Of the plot's area, if marks of NaN stand there. */
  readonly marksAt?: number;
  readonly xOf: (index: number, planned: number) => number;
  readonly yOf: (value: number) => number;
}

export interface Kept {
  readonly spikes: number;
  readonly nans: number;
}

/**
 * What of the planted a person can see, by the pixels of the canvas. A spike: within a pixel of its tip
 * there is one in the colour of the line. A NaN: a mark in a strong colour at the top edge over its x, or
 * no pixel of the line in the whole of its column.
 */
export function countKept(drawn: Drawn, planted: readonly Planted[], { planned }: Wanted): Kept {
  const ink = inkOf(drawn.canvas);
  let [spikes, nans] = [0, 0];
  for (const { index, value } of planted) {
    const x = drawn.xOf(index, planned);
    if (!Number.isNaN(value)) {
      if (ink.any(x - 1, x + 1, drawn.yOf(value) - 1, drawn.yOf(value) + 1, 1)) spikes++;
      continue;
    }
    const { marksAt } = drawn;
    const isMarked = marksAt !== undefined && ink.any(x - 4, x + 4, marksAt, marksAt + 8, 200);
    const isBlank = !ink.any(x, x, 0, drawn.canvas.clientHeight, 1);
    if (isMarked || isBlank) nans++;
  }
  return { spikes, nans };
}

/** Where there is blue, the colour of the first run, of at least some opacity. */
function inkOf(canvas: HTMLCanvasElement): {
  any: (x0: number, x1: number, y0: number, y1: number, alpha: number) => boolean;
} {
  const { width, height } = canvas;
  const density = width / canvas.getBoundingClientRect().width;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  if (data === undefined) throw new Error('The canvas cannot be read.');
  const isInk = (x: number, y: number, alpha: number): boolean => {
    const at = 4 * (y * width + x);
    const blue = (data[at + 2] ?? 0) - (data[at] ?? 0);
    return blue > 60 && (data[at + 3] ?? 0) >= alpha;
  };
  return {
    any: (x0, x1, y0, y1, alpha) => {
      for (let y = Math.floor(y0 * density); y <= Math.floor(y1 * density); y++) {
        for (let x = Math.floor(x0 * density); x <= Math.floor(x1 * density); x++) {
          if (x >= 0 && y >= 0 && x < width && y < height && isInk(x, y, alpha)) return true;
        }
      }
      return false;
    },
  };
}
