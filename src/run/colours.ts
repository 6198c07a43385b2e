/**
 * The colours of runs, in the order of their places in a comparison: names of VS Code's `charts.*`
 * theme colours, one colour a run in every view.
 */
export const runColours = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'] as const;

export type RunColour = (typeof runColours)[number];

export function runColour(position: number): RunColour {
  return runColours[position % runColours.length] ?? runColours[0];
}
