import { count, loss, message, type Message } from '../l10n.ts';
import type { StepSums } from './statistics.ts';

/** A mean training loss from which on AutoTrainer (Zhang et al., ICSE 2021) takes a run for exploded. */
export const explodedLoss = 1e3;

export interface LayerStep {
  readonly name: string;
  /** Of the layer's weights and of its biases. */
  readonly tensors: readonly StepSums[];
}

/**
 * Why the training has diverged with this step, if it has. The norms are asked besides the loss: the
 * loss was measured before the step that made the weights infinite.
 */
export function divergenceOfStep(
  step: number,
  lossValue: number,
  layers: readonly LayerStep[],
  learningRate: number,
): Message | undefined {
  const at = { step: count(step), advice: advice(learningRate) };
  if (!Number.isFinite(lossValue)) {
    const value = loss(lossValue);
    return message('Diverged at step {step}: the loss became {value}. {advice}', { ...at, value });
  }
  const gradient = layers.find(({ tensors }) => tensors.some(hasInfiniteGradient));
  if (gradient) return message('Diverged at step {step}: the gradient of {layer} is no longer finite. {advice}', { ...at, layer: gradient.name }); // prettier-ignore
  const weights = layers.find(({ tensors }) => tensors.some(hasInfiniteWeights));
  if (weights) return message('Diverged at step {step}: the weights of {layer} are no longer finite. {advice}', { ...at, layer: weights.name }); // prettier-ignore
  return undefined;
}

/** The same for an epoch, by the mean of its training loss. */
export function divergenceOfEpoch(
  epoch: number,
  meanLoss: number,
  learningRate: number,
): Message | undefined {
  if (!(meanLoss >= explodedLoss)) return undefined;
  return message(
    'Diverged in epoch {epoch}: its mean training loss of {value} is over the limit of {limit}. {advice}',
    {
      epoch: count(epoch),
      value: loss(meanLoss),
      limit: count(explodedLoss),
      advice: advice(learningRate),
    },
  );
}

function advice(learningRate: number): Message {
  return message('Try a smaller learning rate, such as {rate}.', { rate: loss(learningRate / 10) });
}

const hasInfiniteGradient = (sums: StepSums): boolean => !Number.isFinite(sums.gradientSquares);

const hasInfiniteWeights = (sums: StepSums): boolean =>
  !Number.isFinite(sums.weightSquares) || !Number.isFinite(sums.stepSquares);
