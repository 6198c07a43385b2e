type Rgb = readonly [number, number, number];

/**
 * Okabe and Ito's colours, which can also be told apart without the sense of red or green (2008,
 * jfly.uni-koeln.de/color), black for the first class, which most often is the background.
 */
const colours: readonly Rgb[] = [
  [0, 0, 0],
  [230, 159, 0],
  [86, 180, 233],
  [0, 158, 115],
  [240, 228, 66],
  [213, 94, 0],
  [204, 121, 167],
  [0, 114, 178],
];

const noClass = 255;

/** What a class is drawn in, in every mask; more classes than colours go through them again, paler. */
export function maskColour(label: number): Rgb {
  if (label === noClass) return [255, 255, 255];
  const [r, g, b] = colours[label % colours.length] ?? [0, 0, 0];
  const paler = Math.min(0.8, 0.35 * Math.floor(label / colours.length));
  const mixed = (value: number): number => Math.round(value + paler * (255 - value));
  return [mixed(r), mixed(g), mixed(b)];
}
