import { LossLabError } from '../error.ts';
import { count, message } from '../l10n.ts';
import { seeded, type Random } from './random.ts';

export interface RecognitionSetting {
  /** Images of each class that are known; all others are to be recognised. */
  readonly shots: number;
  /** How often other images are made the known ones; from 2 on. */
  readonly episodes: number;
  readonly seed: number;
}

export interface RecognitionResult {
  /** The mean over the episodes of the share of images that are recognised, 0..1. */
  readonly accuracy: number;
  /** Of the mean's 95 % interval, as far as it hangs on which images are the known ones. */
  readonly halfWidth: number;
}

/**
 * How well classes are recognised from a few images of each, by the nearest class mean (Mensink et al. 2013;
 * Snell et al. 2017): every embedding is brought to length 1, a class is the mean of its `shots` known ones,
 * and every other image is given to the class whose mean is nearest (Euclidean). An embedding that is not
 * finite is never recognised.
 * @param embeddings [n, d]
 * @param labels n classes
 * @throws LossLabError if a class has no image beside the known ones
 */
export function nearestClassMean(
  embeddings: Float32Array,
  labels: Uint8Array,
  { shots, episodes, seed }: RecognitionSetting,
): RecognitionResult {
  const units = toUnitLength(embeddings, labels.length);
  const members = membersByClass(labels, shots);
  const random = seeded(seed);
  const accuracies = Array.from({ length: episodes }, () =>
    episode(units, labels, members, shots, random),
  );
  const mean = accuracies.reduce((sum, value) => sum + value, 0) / episodes;
  const squares = accuracies.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { accuracy: mean, halfWidth: 1.96 * Math.sqrt(squares / (episodes - 1) / episodes) };
}

/** One choice of known images: the share of the others that is recognised. */
function episode(
  units: Float64Array,
  labels: Uint8Array,
  members: ReadonlyMap<number, Uint32Array>,
  shots: number,
  random: Random,
): number {
  const means = new Map<number, Float64Array>();
  const queries: number[] = [];
  for (const [label, images] of members) {
    random.shuffle(images);
    means.set(label, meanOf(units, images.subarray(0, shots), labels.length));
    queries.push(...images.subarray(shots));
  }
  const right = queries.filter((image) => nearest(units, image, means) === labels[image]);
  return right.length / queries.length;
}

/** The class of the nearest mean; undefined if no distance is a number. */
function nearest(
  units: Float64Array,
  image: number,
  means: ReadonlyMap<number, Float64Array>,
): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  for (const [label, mean] of means) {
    const start = image * mean.length;
    let square = 0;
    for (let i = 0; i < mean.length; i++) square += ((units[start + i] ?? 0) - (mean[i] ?? 0)) ** 2;
    if (square >= least || Number.isNaN(square)) continue;
    found = label;
    least = square;
  }
  return found;
}

function meanOf(units: Float64Array, images: Uint32Array, count: number): Float64Array {
  const size = units.length / count;
  const mean = new Float64Array(size);
  for (const image of images) {
    for (let i = 0; i < size; i++) {
      mean[i] = (mean[i] ?? 0) + (units[image * size + i] ?? 0) / images.length;
    }
  }
  return mean;
}

/** [n, d] with rows of length 1; a row of zeros stays. */
function toUnitLength(embeddings: Float32Array, count: number): Float64Array {
  const units = Float64Array.from(embeddings);
  const size = units.length / count;
  for (let row = 0; row < count; row++) {
    const unit = units.subarray(row * size, (row + 1) * size);
    const length = Math.sqrt(unit.reduce((sum, value) => sum + value * value, 0));
    if (length !== 0) unit.forEach((value, i) => (unit[i] = value / length));
  }
  return units;
}

/** Indices of each class's images, the classes ascending. */
function membersByClass(labels: Uint8Array, shots: number): Map<number, Uint32Array> {
  const members = new Map<number, Uint32Array>();
  for (const label of [...new Set(labels)].sort((a, b) => a - b)) {
    const images = Uint32Array.from(labels.keys()).filter((image) => labels[image] === label);
    if (images.length <= shots) throw tooFew(label, images.length, shots);
    members.set(label, images);
  }
  return members;
}

function tooFew(label: number, images: number, shots: number): LossLabError {
  const reason = message(
    'Class {label} has {images} images, but to recognise it from {shots} it needs at least {least}. Add images, or lower the number of shots.',
    { label: count(label), images: count(images), shots: count(shots), least: count(shots + 1) },
  );
  return new LossLabError(reason);
}
