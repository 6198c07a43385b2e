import type { Rgb } from '../src/run/colours.ts';

/* Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab/), in which equal steps of lightness look equal. */

/** Lightness in 0..1, chroma, and hue in radians. */
interface Lch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** So few that each is lighter than the one before it also after rounding to whole channels. */
export const rampSteps = 64;

/**
 * Colours of one hue from near the background's lightness to far from it, in equal steps of lightness: a
 * larger value stands out more, and can be told by lightness alone.
 */
export function colourRamp(hue: Rgb, background: Rgb): Rgb[] {
  const { c, h } = toLch(hue);
  const behind = toLch(background).l;
  const [from, to] =
    behind < 0.6 ? [Math.max(behind + 0.12, 0.32), 0.97] : [Math.min(behind - 0.07, 0.93), 0.26];
  return Array.from({ length: rampSteps }, (_, step) => {
    const part = step / (rampSteps - 1);
    // Full colour in the middle, less towards both ends, where displays have less of it.
    return inGamut({ l: from + part * (to - from), c: c * (1 - 0.8 * (2 * part - 1) ** 2), h });
  });
}

/** The most colourful that a display can show of the same lightness and hue. */
function inGamut(colour: Lch): Rgb {
  let [shown, tooMuch] = [0, colour.c];
  if (isShown(linearRgb(colour))) return toRgb(colour);
  for (let i = 0; i < 16; i++) {
    const c = (shown + tooMuch) / 2;
    if (isShown(linearRgb({ ...colour, c }))) shown = c;
    else tooMuch = c;
  }
  return toRgb({ ...colour, c: shown });
}

const isShown = (channels: Rgb): boolean => channels.every((v) => v >= -1e-4 && v <= 1 + 1e-4);

function toLch([r, g, b]: Rgb): Lch {
  const [x, y, z] = [decoded(r), decoded(g), decoded(b)];
  const l = Math.cbrt(0.4122214708 * x + 0.5363325363 * y + 0.0514459929 * z);
  const m = Math.cbrt(0.2119034982 * x + 0.6806995451 * y + 0.1073969566 * z);
  const s = Math.cbrt(0.0883024619 * x + 0.2817188376 * y + 0.6299787005 * z);
  const A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  return { l: lightness, c: Math.hypot(A, B), h: Math.atan2(B, A) };
}

function linearRgb({ l: lightness, c, h }: Lch): Rgb {
  const [A, B] = [c * Math.cos(h), c * Math.sin(h)];
  const l = (lightness + 0.3963377774 * A + 0.2158037573 * B) ** 3;
  const m = (lightness - 0.1055613458 * A - 0.0638541728 * B) ** 3;
  const s = (lightness - 0.0894841775 * A - 1.291485548 * B) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toRgb(colour: Lch): Rgb {
  const [r, g, b] = linearRgb(colour);
  return [encoded(r), encoded(g), encoded(b)];
}

/** sRGB's curve, from 0..255 to 0..1 and back. */
function decoded(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  const v = Math.min(1, Math.max(0, value));
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
}
