import { describe, expect, it } from 'vitest';
import { LossLabError } from '../../../src/error.ts';
import { nearestClassMean } from '../../../src/experiment/nearest-class-mean.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { translator } from '../../../src/l10n.ts';

const setting = { shots: 5, episodes: 100, seed: 1 };

/** `perClass` images of each of `classes`, with embeddings of `size` values. */
function embed(
  classes: number,
  perClass: number,
  size: number,
  value: (label: number, at: number) => number,
): { embeddings: Float32Array; labels: Uint8Array } {
  const labels = Uint8Array.from({ length: classes * perClass }, (_, i) => i % classes);
  const embeddings = Float32Array.from({ length: labels.length * size }, (_, i) =>
    value(labels[Math.floor(i / size)] ?? 0, i % size),
  );
  return { embeddings, labels };
}

describe('recognition by the nearest class mean', () => {
  it('is right throughout where classes point in different directions', () => {
    const random = seeded(1);
    const { embeddings, labels } = embed(3, 40, 3, (label, at) =>
      label === at ? 1 : 0.2 * random.uniform(),
    );
    expect(nearestClassMean(embeddings, labels, setting)).toEqual({ accuracy: 1, halfWidth: 0 });
  });

  it('is at chance where embeddings say nothing of the class', () => {
    const random = seeded(2);
    const { embeddings, labels } = embed(4, 200, 8, () => random.normal());
    const { accuracy } = nearestClassMean(embeddings, labels, setting);
    // Five standard deviations of 780 fair guesses.
    expect(Math.abs(accuracy - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / 780));
    const alike = embed(4, 200, 8, () => 1);
    expect(nearestClassMean(alike.embeddings, alike.labels, setting).accuracy).toBe(0.25);
  });

  it('has the mean and the interval of all choices of known images, counted one by one', () => {
    const random = seeded(3);
    const { embeddings, labels } = embed(
      3,
      4,
      2,
      (label, at) =>
      random.normal() + (label === at ? 1 : 0) - (label === 2 ? 1 : 0), // prettier-ignore
    );
    const exact = everyChoice(embeddings, labels);
    const episodes = 4000;
    const { accuracy, halfWidth } = nearestClassMean(embeddings, labels, { shots: 2, episodes, seed: 4 }); // prettier-ignore
    expect(exact.mean).toBeGreaterThan(0.4);
    expect(exact.mean).toBeLessThan(0.95);
    const standardError = exact.deviation / Math.sqrt(episodes);
    expect(Math.abs(accuracy - exact.mean)).toBeLessThan(4 * standardError);
    expect(halfWidth / (1.96 * standardError)).toBeCloseTo(1, 1);
  });

  it('heeds the direction of an embedding alone', () => {
    const random = seeded(5);
    const { embeddings, labels } = embed(
      3,
      20,
      4,
      (label, at) =>
      random.normal() + (label === at ? 1 : 0), // prettier-ignore
    );
    const scaled = embeddings.map((value, i) => value * 2 ** (Math.floor(i / 4) % 7));
    expect(nearestClassMean(scaled, labels, setting)).toEqual(
      nearestClassMean(embeddings, labels, setting),
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const random = seeded(6);
    const { embeddings, labels } = embed(
      3,
      20,
      4,
      (label, at) =>
      random.normal() + (label === at ? 1 : 0), // prettier-ignore
    );
    const first = nearestClassMean(embeddings, labels, setting);
    expect(nearestClassMean(embeddings, labels, setting)).toEqual(first);
    expect(nearestClassMean(embeddings, labels, { ...setting, seed: 2 })).not.toEqual(first);
  });

  it('never recognises what is not a number, and takes zeros as they are', () => {
    const { embeddings, labels } = embed(2, 10, 2, () => NaN);
    expect(nearestClassMean(embeddings, labels, setting).accuracy).toBe(0);
    const dead = embed(2, 10, 2, () => 0);
    expect(nearestClassMean(dead.embeddings, dead.labels, setting).accuracy).toBe(0.5);
  });

  it('says which class has too few images', () => {
    const labels = Uint8Array.of(0, 0, 0, 1, 1);
    const recognise = (): unknown =>
      nearestClassMean(new Float32Array(10), labels, { ...setting, shots: 2 });
    expect(recognise).toThrow(LossLabError);
    try {
      recognise();
    } catch (error) {
      if (!(error instanceof LossLabError)) throw error;
      expect(translator({}, 'en')(error.reason)).toContain(
        'Class 1 has 2 images, but to recognise it from 2 it needs at least 3',
      );
    }
  });
});

/** 12 images in 3 classes of 4: all 6³ choices of 2 known ones each, by plain cosines and pairs. */
function everyChoice(
  embeddings: Float32Array,
  labels: Uint8Array,
): { mean: number; deviation: number } {
  const unit = [...labels.keys()].map((i) => {
    const [x = 0, y = 0] = embeddings.subarray(2 * i, 2 * i + 2);
    const angle = Math.atan2(y, x);
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
  const choices = [0, 1, 2].map((label) => {
    const members = [...labels.keys()].filter((i) => labels[i] === label);
    return members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const));
  });
  const [first = [], second = [], third = []] = choices;
  const accuracies = first.flatMap((a) =>
    second.flatMap((b) => third.map((c) => accuracyOf([a, b, c], unit, labels))),
  );
  const mean = accuracies.reduce((sum, value) => sum + value, 0) / accuracies.length;
  const variance = accuracies.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 216;
  return { mean, deviation: Math.sqrt(variance) };
}

function accuracyOf(
  known: readonly (readonly [number, number])[],
  unit: readonly (readonly [number, number])[],
  labels: Uint8Array,
): number {
  const queries = [...labels.keys()].filter((i) => !known.some((pair) => pair.includes(i)));
  const right = queries.filter((i) => {
    const distances = known.map(([a, b]) => {
      const [ax, ay] = unit[a] ?? [0, 0];
      const [bx, by] = unit[b] ?? [0, 0];
      const [x, y] = unit[i] ?? [0, 0];
      return Math.hypot(x - (ax + bx) / 2, y - (ay + by) / 2);
    });
    return distances.indexOf(Math.min(...distances)) === labels[i];
  });
  return right.length / queries.length;
}
