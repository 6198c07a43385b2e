import { toBase64 } from '../../src/base64.ts';
import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import type { Answer, Pictures, Question } from '../../src/question.ts';
import type { ExampleOutcomes } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';
import { outputsOf } from './outputs.ts';

/* Invented images, labels and predictions, to look at the page without data. */

export const labelOf = (place: number): number => place % 10;

/** Of each image the same in every run, 0 to 1. */
function difficulty(place: number): number {
  const x = Math.sin(12.9898 * (place + 1)) * 43_758.5453;
  return x - Math.floor(x);
}

/** Wrong where an image is harder than the run is good; then it is taken for a neighbour. */
export function outcomes(count: number, accuracy: number): ExampleOutcomes {
  const places = Array.from({ length: count }, (_, place) => place);
  const isWrong = (place: number): boolean => difficulty(place) > accuracy;
  return {
    losses: places.map((place) =>
      Math.fround((isWrong(place) ? 1.2 : 0.02) + 2.8 * difficulty(place) ** 3),
    ),
    predicted: places.map((place) => (labelOf(place) + (isWrong(place) ? 1 : 0)) % 10),
  };
}

/** What the host would answer. */
export function answerOf(runs: readonly Run[], question: Question): Answer {
  const run = runs.find(({ identity }) => identity.id === question.runId);
  if (run === undefined) return { type: 'refused', reason: { text: 'The run has been deleted.' } };
  const isScene = datasetFacts(run.identity.spec.dataset).task === 'segmentation';
  switch (question.type) {
    case 'labels':
      return { type: 'labels', labels: isScene ? '' : toBase64(labels()) };
    case 'examples':
      return {
        type: 'examples',
        pictures: isScene ? scenes(question.images) : shapes(question.images),
      };
    case 'predictions':
      return { type: 'predictions', epoch: run.epochs.epoch.at(-1) ?? 0, outcome: predicted(run, question.images, isScene) }; // prettier-ignore
    case 'outputs':
      return isScene
        ? outputsOf(run, question.epoch, sceneLabels(), sceneSide)
        : outputsOf(run, question.epoch, labels(), 0);
    case 'point':
      return {
        type: 'point',
        batch: { loss: 0.3459, accuracy: 0.739 },
        rate: 0.001,
        hardest: { images: [4711, 12, 803], losses: [4.812, 2.31, 1.92] },
        pictures: { type: 'examples', pictures: shapes([4711, 12, 803]) },
      };
  }
}

const labels = (): Uint8Array => Uint8Array.from({ length: 2000 }, (_, place) => labelOf(place));

const sceneLabels = (): Uint8Array =>
  Uint8Array.from(Array.from({ length: 400 }, (_, place) => [...sceneMask(place, 0)]).flat());

function predicted(
  run: Run,
  places: readonly number[],
  isScene: boolean,
): Extract<Answer, { type: 'predictions' }>['outcome'] {
  if (isScene) {
    const shift = run.identity.position + 1;
    const masks = places.flatMap((place) => [...sceneMask(place, shift)]);
    return { kind: 'masks', masks: toBase64(Uint8Array.from(masks)), accuracies: places.map((place) => 1 - 0.05 * shift - 0.1 * difficulty(place)) }; // prettier-ignore
  }
  const taken = places.map((place) => run.evaluations.last?.examples.predicted[place] ?? 0);
  const probabilities = places.map((place, i) =>
    Array.from({ length: 10 }, (_, k) => (k === taken[i] ? 0.99 - 0.5 * difficulty(place) : 0.01)),
  );
  return { kind: 'classes', predicted: taken, probabilities };
}

const side = 28;
const sceneSide = 32;

/** A polygon of as many corners as its class says. */
function shapes(places: readonly number[]): Pictures {
  const pixels = places.flatMap((place) =>
    Array.from({ length: side ** 2 }, (_, i) => {
      const [x, y] = [(i % side) - 13.5, Math.floor(i / side) - 13.5];
      const wave = Math.cos((labelOf(place) + 2) * (Math.atan2(y, x) + difficulty(place)));
      const inside = Math.hypot(x, y) < 9 + 3 * wave;
      return inside ? 120 + Math.round(100 * difficulty(place + i)) : 0;
    }),
  );
  return {
    ...{ count: places.length, height: side, width: side, channels: 1 },
    pixels: toBase64(Uint8Array.from(pixels)),
    labels: toBase64(Uint8Array.from(places, labelOf)),
  };
}

function scenes(places: readonly number[]): Pictures {
  const masks = places.map((place) => sceneMask(place, 0));
  const pixels = masks.flatMap((mask, i) =>
    [...mask].map((label, pixel) => 40 + 55 * label + Math.round(30 * difficulty(pixel + i))),
  );
  return {
    ...{ count: places.length, height: sceneSide, width: sceneSide, channels: 1 },
    pixels: toBase64(Uint8Array.from(pixels)),
    labels: toBase64(Uint8Array.from(masks.flatMap((mask) => [...mask]))),
  };
}

/** Two discs on a background, moved by `shift` pixels. */
function sceneMask(place: number, shift: number): Uint8Array {
  const discs = [1, 2].map((n) => ({
    x: 6 + 20 * difficulty(2 * place + n) + shift,
    y: 6 + 20 * difficulty(3 * place + n),
    label: 1 + ((place + n) % 3),
  }));
  return Uint8Array.from({ length: sceneSide ** 2 }, (_, i) => {
    const disc = discs.find(
      ({ x, y }) => Math.hypot((i % sceneSide) - x, Math.floor(i / sceneSide) - y) < 7,
    );
    return disc?.label ?? 0;
  });
}
