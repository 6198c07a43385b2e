import { palettes, runColours, type Rgb } from '../src/run/colours.ts';
import { colourRamp } from './colour-ramp.ts';
import { contrast } from './contrast.ts';

/** The colours of VS Code's theme that canvases need; everything else is CSS variables. */
export interface Theme {
  /** One a slot. */
  readonly colours: readonly string[];
  /** The same for what lies under the lines. */
  readonly faint: readonly string[];
  /** The same for what seeds span around their mean. */
  readonly band: readonly string[];
  /** From the least to the largest value of a heat map: `rampSteps` colours. */
  readonly ramp: readonly string[];
  /** What is NaN or infinite in a heat map. */
  readonly invalid: string;
  readonly foreground: string;
  readonly description: string;
  readonly grid: string;
  readonly background: string;
  readonly border: string;
  /** Of what is being selected, see-through. */
  readonly selection: string;
  readonly font: string;
  readonly highContrast: boolean;
}

/** What WCAG 1.4.11 asks of lines that carry meaning. */
const leastContrast = 3;

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const variable = (name: string): string => style.getPropertyValue(`--vscode-${name}`).trim();
  const foreground = variable('foreground') || style.color;
  const background = variable('editor-background') || style.backgroundColor;
  const contrastBorder = variable('contrastBorder');
  const highContrast = document.body.className.includes('high-contrast');
  const runs = runRgbs(variable, background);
  return {
    colours: runs.map((rgb) => `rgb(${rgb.join(', ')})`),
    faint: runs.map((rgb) => `rgba(${rgb.join(', ')}, 0.3)`),
    band: runs.map((rgb) => `rgba(${rgb.join(', ')}, ${highContrast ? 0.35 : 0.18})`),
    ramp: rampOf(variable, background).map((rgb) => `rgb(${rgb.join(', ')})`),
    invalid: variable('editorError-foreground') || variable('charts-red') || '#f14c4c',
    foreground,
    description: variable('descriptionForeground') || foreground,
    grid: (highContrast ? '' : variable('panel-border')) || 'rgba(128, 128, 128, 0.4)',
    background,
    border: contrastBorder || variable('widget-border') || variable('panel-border'),
    selection: 'rgba(128, 128, 128, 0.25)',
    font: style.fontFamily,
    highContrast,
  };
}

/** The theme's colour of each slot where it can be told from the background, else ours. */
function runRgbs(variable: (name: string) => string, background: string): Rgb[] {
  const parse = colourParser();
  const behind = parse(background) ?? [30, 30, 30];
  const isLight = contrast(behind, [0, 0, 0]) > contrast(behind, [255, 255, 255]);
  return runColours.map((name) => {
    const own = parse(variable(`lossLab-${name}`));
    if (own !== undefined && contrast(own, behind) >= leastContrast) return own;
    return palettes[isLight ? 'light' : 'dark'][name];
  });
}

/** In the theme's blue, whatever the runs' colours are: it stands for all of them. */
function rampOf(variable: (name: string) => string, background: string): Rgb[] {
  const parse = colourParser();
  const hue = parse(variable('charts-blue')) ?? palettes.dark.run1;
  return colourRamp(hue, parse(background) ?? [30, 30, 30]);
}

/** Calls back when VS Code changes its theme: it rewrites the root's style and the body's class. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  return () => observer.disconnect();
}

/**
 * Calls back when the graphics card has come back that was taken away: what was painted on a canvas is gone.
 * The event reaches the document on its way down alone.
 */
export function onCanvasRestored(callback: () => void): () => void {
  document.addEventListener('contextrestored', callback, { capture: true });
  return () => document.removeEventListener('contextrestored', callback, { capture: true });
}

/** Reads any CSS colour as its red, green and blue, its alpha left out; undefined for none. */
function colourParser(): (colour: string) => Rgb | undefined {
  const canvas = document.createElement('canvas').getContext('2d');
  return (colour) => {
    if (colour === '' || canvas === null) return undefined;
    canvas.fillStyle = '#000';
    canvas.fillStyle = colour; // Reads back as #rrggbb, or as rgba(…) if not opaque.
    const { fillStyle } = canvas;
    const hex = /^#(..)(..)(..)$/.exec(fillStyle)?.slice(1);
    const [r, g, b] =
      hex?.map((part) => parseInt(part, 16)) ?? fillStyle.match(/[\d.]+/g)?.map(Number) ?? [];
    return r === undefined || g === undefined || b === undefined ? undefined : [r, g, b];
  };
}
