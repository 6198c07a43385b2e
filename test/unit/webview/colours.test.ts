import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runColours } from '../../../src/run/colours.ts';
import { contrast, type Rgb } from '../../../webview/contrast.ts';
import { fallbacks } from '../../../webview/theme.ts';

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
      expect(rgb(defaults['dark'] ?? '')).toEqual(fallbacks.dark[name]);
      expect(rgb(defaults['light'] ?? '')).toEqual(fallbacks.light[name]);
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
});
