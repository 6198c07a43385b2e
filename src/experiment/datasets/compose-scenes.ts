import { seeded, type Random } from '../random.ts';
import { cutOut, type CutOut } from './cut-out.ts';
import type { LabelledImages } from './dataset.ts';
import { paintTexture } from './scene-texture.ts';

export interface SceneSettings {
  readonly count: number;
  /** Pixels of a scene's height and width. */
  readonly side: number;
  /** The least and the greatest side of an article's square in a scene, in pixels. */
  readonly articleSides: readonly [least: number, greatest: number];
  readonly seed: number;
  /** The class of what no article covers. */
  readonly background: number;
  /** The class of an article by its label; never the background's. */
  readonly classOf: (label: number) => number;
}

const mostArticles = 3;

/** The part of an article that may lie over others: what is below is still to be seen. */
const mostOverlap = 0.15;

/** How often another place is tried for an article before it is left out. */
const tries = 20;

/** Scenes of one to three articles on a texture, each one of `articles`, square images, at random. */
export function composeScenes(articles: LabelledImages, settings: SceneSettings): LabelledImages {
  const { count, side, background } = settings;
  const random = seeded(settings.seed);
  const size = side * side;
  const pixels = new Float32Array(count * size);
  const labels = new Uint8Array(count * size).fill(background);
  for (let start = 0; start < pixels.length; start += size) {
    const scene = {
      pixels: pixels.subarray(start, start + size),
      labels: labels.subarray(start, start + size),
    };
    paintTexture(scene.pixels, side, random);
    const number = 1 + random.below(mostArticles);
    for (let i = 0; i < number; i++) addArticle(scene, articles, settings, random);
  }
  return { count, height: side, width: side, channels: 1, pixels, labelsPerImage: size, labels };
}

interface Scene {
  readonly pixels: Float32Array;
  readonly labels: Uint8Array;
}

/** Lays one more on top, where it hides little of the others. */
function addArticle(
  scene: Scene,
  articles: LabelledImages,
  { side, articleSides: [least, greatest], background, classOf }: SceneSettings,
  random: Random,
): void {
  const chosen = random.below(articles.count);
  const extent = least + random.below(greatest - least + 1);
  const article = cutOut(imageOf(articles, chosen), articles.width, extent, side);
  for (let i = 0; i < tries; i++) {
    const corner = random.below(side - extent + 1) * side + random.below(side - extent + 1);
    if (overlap(scene, article, corner, background) > mostOverlap * article.places.length) continue;
    paste(scene, article, corner, classOf(articles.labels[chosen] ?? 0));
    return;
  }
}

function imageOf({ pixels, height, width }: LabelledImages, index: number): Float32Array {
  return pixels.subarray(index * height * width, (index + 1) * height * width);
}

/** How many of its pixels would lie over another article. */
function overlap(
  { labels }: Scene,
  { places }: CutOut,
  corner: number,
  background: number,
): number {
  let covered = 0;
  for (const place of places) if (labels[corner + place] !== background) covered += 1;
  return covered;
}

function paste(
  { pixels, labels }: Scene,
  { places, values }: CutOut,
  corner: number,
  label: number,
): void {
  for (let i = 0; i < places.length; i++) {
    const at = corner + (places[i] ?? 0);
    pixels[at] = values[i] ?? 0;
    labels[at] = label;
  }
}
