import { seeded, type Random } from '../random.ts';
import type { LabelledImages } from './dataset.ts';

export interface SceneSettings {
  /** Pixels of a scene's height and width. */
  readonly side: number;
  readonly count: number;
  readonly seed: number;
  /** The class of what no article covers. */
  readonly background: number;
  /** The class of an article by its label. */
  readonly classOf: (label: number) => number;
}

/** An article's pixel is part of it from this brightness on; below is the black around it. */
const threshold = 0.12;

/** An article is drawn between these sizes, as parts of the scene's side. */
const smallest = 0.44;
const largest = 0.69;

/** Scenes of one to three articles, each drawn from `articles` at random; later ones lie on top. */
export function composeScenes(articles: LabelledImages, settings: SceneSettings): LabelledImages {
  const { side, count, background } = settings;
  const random = seeded(settings.seed);
  const size = side * side;
  const pixels = new Float32Array(count * size);
  const labels = new Uint8Array(count * size).fill(background);
  for (let scene = 0; scene < count; scene++) {
    const canvas = pixels.subarray(scene * size, (scene + 1) * size);
    const classes = labels.subarray(scene * size, (scene + 1) * size);
    paintBackground(canvas, side, random);
    const number = 1 + random.below(3);
    for (let i = 0; i < number; i++) placeArticle(articles, settings, { canvas, classes }, random);
  }
  return { count, height: side, width: side, channels: 1, pixels, labelsPerImage: size, labels };
}

/** Waves of two directions and noise, between 0 and about 0.5: darker than most articles, not than all. */
function paintBackground(canvas: Float32Array, side: number, random: Random): void {
  const base = 0.1 + 0.2 * random.uniform();
  const [across, down] = [0.9 * random.uniform(), 0.9 * random.uniform()];
  const [phaseX, phaseY] = [7 * random.uniform(), 7 * random.uniform()];
  const [wave, noise] = [0.1 * random.uniform(), 0.1 * random.uniform()];
  for (let i = 0; i < canvas.length; i++) {
    const x = i % side;
    const y = (i - x) / side;
    const waves = Math.sin(across * x + phaseX) + Math.sin(down * y + phaseY);
    const value = base + (wave * waves) / 2 + noise * (random.uniform() - 0.5);
    canvas[i] = Math.min(1, Math.max(0, value));
  }
}

interface Scene {
  readonly canvas: Float32Array;
  readonly classes: Uint8Array;
}

/** One article, scaled and somewhere within the scene. */
function placeArticle(
  articles: LabelledImages,
  { side, classOf }: SceneSettings,
  { canvas, classes }: Scene,
  random: Random,
): void {
  const chosen = random.below(articles.count);
  const extent = Math.round(side * (smallest + (largest - smallest) * random.uniform()));
  const [left, top] = [random.below(side - extent + 1), random.below(side - extent + 1)];
  const label = classOf(articles.labels[chosen] ?? 0);
  const { height, width } = articles;
  const source = articles.pixels.subarray(chosen * height * width, (chosen + 1) * height * width);
  for (let y = 0; y < extent; y++) {
    for (let x = 0; x < extent; x++) {
      const value = areaMean(source, width, (x * width) / extent, (y * height) / extent, width / extent); // prettier-ignore
      if (value < threshold) continue;
      const at = (top + y) * side + left + x;
      canvas[at] = value;
      classes[at] = label;
    }
  }
}

/** The mean of a square of `length` pixels a side from (x, y) on, pixels at its edges counted in part. */
function areaMean(
  source: Float32Array,
  width: number,
  x: number,
  y: number,
  length: number,
): number {
  let sum = 0;
  let area = 0;
  for (let row = Math.floor(y); row < y + length; row++) {
    const tall = Math.min(row + 1, y + length) - Math.max(row, y);
    for (let column = Math.floor(x); column < x + length; column++) {
      const part = tall * (Math.min(column + 1, x + length) - Math.max(column, x));
      sum += part * (source[row * width + column] ?? 0);
      area += part;
    }
  }
  return sum / area;
}
