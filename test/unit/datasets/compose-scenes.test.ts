import { describe, expect, it } from 'vitest';
import {
  composeScenes,
  type SceneSettings,
} from '../../../src/experiment/datasets/compose-scenes.ts';
import type { LabelledImages } from '../../../src/experiment/datasets/dataset.ts';

// Each article is a frame of a brightness of its own around a dark hole, so that a scene's pixel says
// which article it is of; no texture reaches the darkest. So many that none comes twice in a scene.
const frames = 2 ** 14;
const brightness = (article: number): number => (frames + article) / (2 * frames);
const articleAt = (value: number): number => Math.round(value * 2 * frames) - frames;

const settings: SceneSettings = {
  count: 300,
  side: 16,
  articleSides: [6, 6],
  seed: 7,
  background: 3,
  classOf: (label) => 2 - label,
};
/** Pixels of a frame: 6 by 6 without the hole of 2 by 2. */
const area = 32;

describe('composeScenes', () => {
  const articles = framed();
  const scenes = composeScenes(articles, settings);
  const seen = Array.from({ length: settings.count }, (_, scene) => visible(scenes, scene));

  it("gives a pixel the class of the article there, the background's where there is none", () => {
    scenes.pixels.forEach((value, i) => {
      const article = articleAt(value);
      const expected = article < 0 ? 3 : 2 - (articles.labels[article] ?? NaN);
      if (scenes.labels[i] !== expected) expect(scenes.labels[i], `at ${i}`).toBe(expected);
    });
    expect(new Set(scenes.labels)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('shows the texture, of 0 to 0.35, through the hole of an article', () => {
    const texture = scenes.pixels.filter((_, i) => scenes.labels[i] === 3);
    expect(texture.every((value) => value >= 0 && value < 0.35)).toBe(true);
    const whole = seen.filter(({ size }) => size === 1).length;
    expect(whole).toBeGreaterThan(0);
    for (const counts of seen) if (counts.size === 1) expect([...counts.values()]).toEqual([area]);
  });

  it('has one, two or three articles in a scene, each about as often', () => {
    const withNumber = (number: number): number =>
      seen.filter(({ size }) => size === number).length;
    expect(withNumber(1) + withNumber(2) + withNumber(3)).toBe(settings.count);
    for (const number of [1, 2, 3]) expect(withNumber(number)).toBeGreaterThan(settings.count / 5);
  });

  it('lays each where it hides little: the last is whole, of the others most is to be seen', () => {
    for (const counts of seen) {
      expect(Math.max(...counts.values())).toBe(area);
      // Two that come later may each lie over others with 15% of their own area.
      expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(area * (1 - 2 * 0.15));
    }
  });

  it('leaves out an article that has no room', () => {
    const crowded = composeScenes(articles, { ...settings, side: 6 });
    for (let scene = 0; scene < settings.count; scene++) {
      expect([...visible(crowded, scene).values()]).toEqual([area]);
    }
  });

  it('is decided by its seed', () => {
    expect(composeScenes(articles, settings)).toEqual(scenes);
    expect(composeScenes(articles, { ...settings, seed: 8 }).pixels).not.toEqual(scenes.pixels);
  });
});

function framed(): LabelledImages {
  const isHole = (i: number): boolean => [14, 15, 20, 21].includes(i);
  const pixels = Float32Array.from({ length: frames * 36 }, (_, i) =>
    isHole(i % 36) ? 0.05 : brightness(Math.floor(i / 36)),
  );
  const labels = Uint8Array.from({ length: frames }, (_, i) => i % 3);
  return { count: frames, height: 6, width: 6, channels: 1, pixels, labelsPerImage: 1, labels };
}

/** How many pixels are to be seen of each article of a scene. */
function visible({ pixels, labelsPerImage }: LabelledImages, scene: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of pixels.subarray(scene * labelsPerImage, (scene + 1) * labelsPerImage)) {
    const article = articleAt(value);
    if (article >= 0) counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  return counts;
}
