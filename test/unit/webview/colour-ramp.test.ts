import { describe, expect, it } from 'vitest';
import { colourRamp, rampSteps } from '../../../webview/colour-ramp.ts';
import type { Rgb } from '../../../src/run/colours.ts';
import { contrast } from '../../../webview/contrast.ts';

const backgrounds: Record<string, Rgb> = {
  dark: [31, 31, 31],
  light: [255, 255, 255],
  'high contrast': [0, 0, 0],
  'solarized light': [253, 246, 227],
  'a dark blue': [0, 43, 54],
};
const hues: readonly Rgb[] = [
  [77, 170, 252],
  [0, 96, 192],
  [0, 0, 255],
  [255, 0, 0],
  [128, 128, 128],
];

describe('the colours of a heat map', () => {
  it.each(Object.entries(backgrounds))(
    'stand out the more the larger the value on %s',
    (_, behind) => {
      for (const hue of hues) {
        const contrasts = colourRamp(hue, behind).map((rgb) => contrast(rgb, behind));
        expect(contrasts.length).toBe(rampSteps);
        contrasts.forEach((value, step) =>
          expect(value).toBeGreaterThanOrEqual(contrasts[step - 1] ?? 0),
        );
        expect(contrasts[0]).toBeGreaterThan(1.15);
        expect(contrasts.at(-1)).toBeGreaterThan(10);
      }
    },
  );

  it('are of the hue that they are made of', () => {
    const [r, g, b] = colourRamp([77, 170, 252], [31, 31, 31])[32] ?? [0, 0, 0];
    expect(b).toBeGreaterThan(g);
    expect(g).toBeGreaterThan(r);
  });

  it('are grey where the theme has no hue', () => {
    for (const [r, g, b] of colourRamp([128, 128, 128], [31, 31, 31])) {
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThanOrEqual(1);
    }
  });
});
