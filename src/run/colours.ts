/**
 * The colours of runs, in the order of their places in a comparison: one colour a run in every view.
 * The manifest contributes each as the theme colour `lossLab.<name>`, for a person to change.
 */
export const runColours = ['run1', 'run2', 'run3', 'run4', 'run5', 'run6'] as const;

export type RunColour = (typeof runColours)[number];

export function runColour(position: number): RunColour {
  return runColours[position % runColours.length] ?? runColours[0];
}
