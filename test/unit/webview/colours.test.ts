import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { palettes, runColours, type Rgb } from '../../../src/run/colours.ts';
import { contrast } from '../../../webview/contrast.ts';
import { markers } from '../../../webview/charts/markers.ts';
import { apartTo, eyes } from './colour-vision.ts';

interface Manifest {
  contributes: { colors: { id: string; defaults: Record<string, string> }[] };
}

const manifest = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../../package.json'), 'utf8'),
) as Manifest;

const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

const backgrounds = {
  dark: '#1f1f1f',
  light: '#ffffff',
  highContrast: '#000000',
  highContrastLight: '#ffffff',
};

describe('the colours of runs', () => {
  it('are contributed one for one by the manifest, with the same values as in the page', () => {
    const { colors } = manifest.contributes;
    expect(colors.map(({ id }) => id)).toEqual(runColours.map((name) => `lossLab.${name}`));
    colors.forEach(({ defaults }, index) => {
      const name = runColours[index] ?? 'run1';
      expect(rgb(defaults['dark'] ?? '')).toEqual(palettes.dark[name]);
      expect(rgb(defaults['light'] ?? '')).toEqual(palettes.light[name]);
    });
  });

  it.each(Object.entries(backgrounds))(
    'stand out at least 4.5 to 1 from the background in %s',
    (kind, background) => {
      for (const { id, defaults } of manifest.contributes.colors) {
        expect(contrast(rgb(defaults[kind] ?? ''), rgb(background)), id).toBeGreaterThan(4.5);
      }
    },
  );

  const pairs = runColours.flatMap((a, i) => runColours.slice(i + 1).map((b) => [a, b] as const));
  const seen = Object.keys(palettes).flatMap((kind) => Object.keys(eyes).map((eye) => [kind, eye]));

  it.each(seen)('are told apart in %s, two by two, by an eye of %s', (kind = '', eye = '') => {
    const palette = palettes[kind === 'dark' ? 'dark' : 'light'];
    const matrix = eyes[eye] ?? [];
    for (const [a, b] of pairs) {
      // Two colours that differ by 0.02 are just told apart side by side (Ottosson 2020).
      expect(apartTo(matrix, palette[a], palette[b]), `${a}, ${b}`).toBeGreaterThan(0.09);
    }
  });

  it('are each drawn with a marker of its own as well', () => {
    expect(new Set(markers.slice(0, runColours.length)).size).toBe(runColours.length);
  });
});

describe('the simulated eyes', () => {
  it('see greys as they are', () => {
    for (const eye of Object.values(eyes))
      expect(apartTo(eye, [255, 255, 255], [0, 0, 0])).toBeCloseTo(1, 3);
  });

  it('confuse what they are known to: red and green without red or green cones', () => {
    const [red, green]: Rgb[] = [
      [200, 80, 80],
      [120, 120, 60],
    ];
    if (red === undefined || green === undefined) return;
    const [usual, protan, deutan] = ['usual', 'protanopia', 'deuteranopia'].map((name) =>
      apartTo(eyes[name] ?? [], red, green),
    );
    expect(deutan).toBeLessThan((usual ?? 0) / 2);
    expect(protan).toBeLessThan(usual ?? 0);
  });
});
