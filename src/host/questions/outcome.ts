import { toBase64 } from '../../base64.ts';
import type { LabelledImages } from '../../experiment/datasets/dataset.ts';
import type { Activation } from '../../experiment/losses/loss.ts';
import { Prediction } from '../../experiment/losses/prediction.ts';
import { sigmoid } from '../../experiment/losses/sigmoid.ts';
import type { ClassOutcome, MaskOutcome } from '../../question.ts';
import { shownMasks } from './pictures.ts';

/** In a mask, for a pixel without a predicted class. */
const noClass = 255;

/** What logits, [labels, classes] row by row, say of the images that they are of. */
export function outcomeOf(
  logits: Float32Array,
  images: LabelledImages,
  activation: Activation,
): ClassOutcome | MaskOutcome {
  const rows = rowsOf(logits, images.labels);
  return images.labelsPerImage === 1 ? ofClasses(rows, activation) : ofMasks(rows, images);
}

function ofClasses(rows: Iterable<Prediction>, activation: Activation): ClassOutcome {
  const predicted: number[] = [];
  const probabilities: number[][] = [];
  for (const prediction of rows) {
    predicted.push(prediction.predictedClass);
    probabilities.push([...prediction.map((k) => probability(prediction, k, activation))]);
  }
  return {
    kind: 'classes',
    predicted,
    probabilities: activation === 'linear' ? null : probabilities,
  };
}

function probability(prediction: Prediction, k: number, activation: Activation): number {
  return activation === 'sigmoid' ? sigmoid(prediction.at(k)) : prediction.p(k);
}

function ofMasks(rows: Iterable<Prediction>, images: LabelledImages): MaskOutcome {
  const { count, labels, labelsPerImage } = images;
  const masks = new Uint8Array(labels.length);
  const right = new Float64Array(count);
  let row = 0;
  for (const { predictedClass, label } of rows) {
    masks[row] = predictedClass < 0 ? noClass : predictedClass;
    const image = Math.floor(row++ / labelsPerImage);
    if (predictedClass === label) right[image] = (right[image] ?? NaN) + 1;
  }
  return {
    kind: 'masks',
    masks: toBase64(shownMasks(masks, images)),
    accuracies: [...right].map((pixels) => pixels / labelsPerImage),
  };
}

/** One object, filled for each row. */
function* rowsOf(logits: Float32Array, labels: Uint8Array): Generator<Prediction> {
  const prediction = new Prediction(logits.length / labels.length);
  for (const [row, label] of labels.entries())
    yield prediction.fill(logits, row * prediction.classes, label);
}
