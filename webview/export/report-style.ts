import { palettes, runColours } from '../../src/run/colours.ts';
import type { Theme } from '../theme.ts';

/** Colours as variables of the report's style, so that one picture is light or dark as its reader likes. */
export const reportTheme: Theme = {
  colours: runColours.map((_, slot) => `rgb(var(--run-${slot}))`),
  faint: runColours.map((_, slot) => `rgba(var(--run-${slot}), 0.3)`),
  band: runColours.map((_, slot) => `rgba(var(--run-${slot}), 0.18)`),
  foreground: 'var(--foreground)',
  description: 'var(--description)',
  grid: 'var(--grid)',
  background: 'var(--background)',
  border: 'var(--grid)',
  selection: 'none',
  font: 'system-ui, sans-serif',
  ramp: [],
  invalid: 'none',
  highContrast: false,
};

function variables(kind: keyof typeof palettes, rest: string): string {
  const runs = runColours.map((name, slot) => `--run-${slot}: ${palettes[kind][name].join(', ')};`);
  return `:root { ${runs.join(' ')} ${rest} }`;
}

const light =
  '--foreground: #2b2b2b; --description: #5a5a5a; --grid: #dddddd; --background: #ffffff; color-scheme: light;';
const dark =
  '--foreground: #d4d4d4; --description: #a6a6a6; --grid: #3a3a3a; --background: #1f1f1f; color-scheme: dark;';

export const reportStyle = `
${variables('light', light)}
@media (prefers-color-scheme: dark) { ${variables('dark', dark)} }
body { margin: 0; background: var(--background); color: var(--foreground); font: 14px/1.5 system-ui, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 22px; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 17px; }
h3 { margin: 16px 0 4px; font-size: 14px; }
p { margin: 4px 0; max-width: 75ch; }
.note, figcaption { color: var(--description); font-size: 13px; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--grid); text-align: start; vertical-align: top; }
thead th { color: var(--description); font-weight: 600; }
tbody th { font-weight: 400; overflow-wrap: anywhere; }
figure { margin: 16px 0 24px; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; }
.trial { margin-left: 12px; padding-left: 10px; border-left: 2px solid var(--grid); }
details { margin-top: 8px; }
pre { overflow: auto; padding: 8px; border: 1px solid var(--grid); font-size: 12px; }
`;
