import { Prediction } from './prediction.ts';

/**
 * One image as losses of regions see it: the logits of its N pixels, their softmax p and their classes.
 * An object is made once and filled for each image.
 */
export class Region {
  /** softmax(z), [N, K]. */
  readonly probabilities: Float64Array;
  readonly labels: Uint8Array;
  /** Per class, Σ over the pixels of p·y: what prediction and truth have in common. */
  readonly common: Float64Array;
  /** Per class, Σ p and Σ y. */
  readonly predicted: Float64Array;
  readonly actual: Float64Array;
  /** The mean over the pixels of −ln p of their class. */
  crossEntropy = 0;
  readonly #pixel: Prediction;

  constructor(
    readonly classes: number,
    readonly pixels: number,
  ) {
    this.probabilities = new Float64Array(pixels * classes);
    this.labels = new Uint8Array(pixels);
    this.common = new Float64Array(classes);
    this.predicted = new Float64Array(classes);
    this.actual = new Float64Array(classes);
    this.#pixel = new Prediction(classes);
  }

  /** Takes the [N, K] logits of image `index` of a batch, and its N labels. */
  fill(logits: ArrayLike<number>, labels: ArrayLike<number>, index = 0): this {
    const { classes, pixels, common, predicted, actual } = this;
    for (const sums of [common, predicted, actual]) sums.fill(0);
    this.crossEntropy = 0;
    for (let i = 0; i < pixels; i++) {
      const label = labels[index * pixels + i] ?? NaN;
      const pixel = this.#pixel.fill(logits, (index * pixels + i) * classes, label);
      this.labels[i] = label;
      this.probabilities.set(pixel.probabilities, i * classes);
      this.crossEntropy -= pixel.logP(label) / pixels;
      add(common, label, pixel.p(label));
      add(actual, label, 1);
      for (let k = 0; k < classes; k++) add(predicted, k, pixel.p(k));
    }
    return this;
  }

  /**
   * The gradient at the logits of a function of `common` and `predicted`, from its derivatives by them:
   * pixel i has g_k = byCommon_k y_ik + byPredicted_k at its probabilities, and ∂p_k/∂z_j = p_k(δ_kj − p_j)
   * takes that to p_j (g_j − Σ p g).
   */
  gradientOf(byCommon: ArrayLike<number>, byPredicted: ArrayLike<number>): Float64Array {
    const { classes, pixels, probabilities, labels } = this;
    const gradient = new Float64Array(pixels * classes);
    for (let i = 0; i < pixels; i++) {
      const label = labels[i] ?? NaN;
      const own = byCommon[label] ?? NaN;
      let mean = 0;
      for (let k = 0; k < classes; k++) {
        const at = i * classes + k;
        const g = (byPredicted[k] ?? NaN) + (k === label ? own : 0);
        gradient[at] = g;
        mean += (probabilities[at] ?? NaN) * g;
      }
      for (let at = i * classes; at < (i + 1) * classes; at++) {
        gradient[at] = (probabilities[at] ?? NaN) * ((gradient[at] ?? NaN) - mean);
      }
    }
    return gradient;
  }

  /** `of(k)` of every class. */
  map(of: (k: number) => number): Float64Array {
    return Float64Array.from(this.common, (_, k) => of(k));
  }
}

function add(sums: Float64Array, k: number, value: number): void {
  sums[k] = (sums[k] ?? NaN) + value;
}
