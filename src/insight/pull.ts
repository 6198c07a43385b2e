import type { Activation, LabelLoss } from '../experiment/losses/loss.ts';
import type { Values } from '../experiment/losses/parameter.ts';
import { Prediction } from '../experiment/losses/prediction.ts';

/** How far the classes other than the label and its one rival lie behind, in logits. */
const behind = 6;

/** One loss on one example: its value, and the norm of its gradient at the logits. */
export interface Pull {
  /** Logit of the label − largest other logit. */
  readonly margin: number;
  readonly value: number;
  /** ‖∂L/∂z‖ */
  readonly norm: number;
}

/** The sum over the classes of `loss` and its pull on the logits, for each margin. */
export function pullOverMargins(
  loss: LabelLoss,
  parameters: Values,
  classes: number,
  margins: readonly number[],
): Pull[] {
  return margins.map((margin) => {
    const prediction = madeUp(loss, classes, margin);
    const norm = Math.hypot(...loss.gradient(prediction, parameters));
    return { margin, value: loss.value(prediction, parameters), norm };
  });
}

/** The example that the curves are of, at one margin. */
export function madeUp({ activation }: LabelLoss, classes: number, margin: number): Prediction {
  return Prediction.of(marginLogits(activation, classes, margin), 0);
}

/**
 * Logits of an example of class 0 whose margin over its one rival, class 1, is `margin`. Softmax
 * sees differences alone. Sigmoid and linear outputs have a place where they are right, so that the
 * pair is put evenly about 0 for the one, and the rival at its target 0 for the other.
 */
export function marginLogits(activation: Activation, classes: number, margin: number): number[] {
  const others = Math.max(classes - 2, 0);
  switch (activation) {
    case 'softmax':
      return [margin, 0, ...new Array<number>(others).fill(Math.min(0, margin) - behind)];
    case 'sigmoid':
      return [
        margin / 2,
        -margin / 2,
        ...new Array<number>(others).fill(-Math.abs(margin) / 2 - behind),
      ];
    case 'linear':
      return [margin, ...new Array<number>(others + 1).fill(0)];
  }
}
