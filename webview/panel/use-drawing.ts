import { usePage } from '../context.ts';
import type { Drawing } from '../plots/drawing.ts';
import type { Shown } from './shown.ts';

/** What the plots are made of, and a text that changes when a choice about them does. */
export function useDrawing({ runs, slots }: Shown): Drawing & { readonly version: string } {
  const { choices, index } = usePage();
  const { x, y, smoothing, seeds, outliers } = choices;
  const version = [x, y, smoothing, seeds, outliers].join(' ');
  return { runs, slots, x, y, smoothing, seeds, outliers, index, version };
}
