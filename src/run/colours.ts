import { message, type Message } from '../l10n.ts';
import type { RunIdentity } from './run.ts';

/**
 * The colours of runs, in the order of their places in a comparison: one colour a run in every view.
 * The manifest contributes each as the theme colour `lossLab.<name>`, for a person to change.
 */
export const runColours = ['run1', 'run2', 'run3', 'run4', 'run5', 'run6'] as const;

export type RunColour = (typeof runColours)[number];

/** Red, green and blue in 0..255. */
export type Rgb = readonly [number, number, number];

/**
 * The manifest's own, for where a theme's cannot be read or told from the background. Any two are told
 * apart by the usual eye and by one that lacks a kind of cone: see `colour-vision.test.ts`.
 */
export const palettes: Readonly<Record<'dark' | 'light', Readonly<Record<RunColour, Rgb>>>> = {
  dark: {
    run1: [77, 170, 252],
    run2: [230, 150, 74],
    run3: [72, 229, 192],
    run4: [170, 117, 175],
    run5: [215, 96, 98],
    run6: [252, 219, 86],
  },
  light: {
    run1: [0, 96, 192],
    run2: [179, 92, 0],
    run3: [15, 92, 84],
    run4: [74, 27, 138],
    run5: [104, 1, 35],
    run6: [100, 71, 4],
  },
};

/** As they are in the manifest; a theme may make others of them. */
export const colourNames: Readonly<Record<RunColour, Message>> = {
  run1: message('blue'),
  run2: message('orange'),
  run3: message('green'),
  run4: message('purple'),
  run5: message('red'),
  run6: message('gold'),
};

export function isRunColour(value: unknown): value is RunColour {
  return runColours.some((colour) => colour === value);
}

/** What a person chose for the run, else that of its place in the comparison. */
export function colourOf({ colour, position }: RunIdentity): RunColour {
  return colour ?? colourAt(position);
}

/** That of a place in a comparison. */
export function colourAt(position: number): RunColour {
  return runColours[position % runColours.length] ?? runColours[0];
}
