import type { AnyLossName } from '../../src/experiment/losses/catalogue.ts';
import { smoothed } from '../../src/experiment/losses/label-smoothing.ts';
import type { Values } from '../../src/experiment/losses/parameter.ts';
import type { Prediction } from '../../src/experiment/losses/prediction.ts';
import { sigmoid, softplus } from '../../src/experiment/losses/sigmoid.ts';
import { normOf } from '../../src/insight/lens/measured.ts';
import { outputsOf } from '../../src/insight/lens/probabilities.ts';
import type { LensLoss } from './lens-loss.ts';
import { ofOutputs } from './put-in-outputs.ts';
import { ofProbabilities } from './put-in-probabilities.ts';

/** A formula of one example, shorter than the general one, and the same with its numbers. */
export interface Line {
  /** Of the label's probability p_y, the label's logit z_y, and ‖p − y‖. */
  readonly symbols: string;
  /** Empty where the symbols are a number by themselves. */
  readonly numbers: string;
}

export interface PutIn {
  readonly value: Line;
  readonly pull: Line;
  /** What the pull would be if the derivative of softmax or sigmoid did not damp it, without the reduction's factor. */
  readonly undamped?: number;
}

/** What the formulas of an example are made of. */
export interface Numbers {
  readonly x: Prediction;
  /** Of the label, what it lacks to 1, and −ln p, each without the rounding of the others. */
  readonly p: number;
  readonly rest: number;
  readonly minusLn: number;
  /** ‖p − y‖, y smoothed where the loss smooths it. */
  readonly error: number;
  readonly values: Values;
  /** ε of smoothed labels; 0 where they are not. */
  readonly smoothing: number;
}

export type Writer = (numbers: Numbers) => PutIn;

/** Each loss of a label. */
const writers: Partial<Record<AnyLossName, Writer>> = { ...ofProbabilities, ...ofOutputs };

/** The numbers of an example in the formulas of a loss; undefined for one of whole images. */
export function putIn({ loss, spec }: LensLoss, x: Prediction): PutIn | undefined {
  const { name, parameters } = spec;
  const smoothing = parameters['labelSmoothing'] ?? 0;
  const outputs = outputsOf(x, loss.activation);
  const error = normOf(outputs.map((value, k) => value - smoothed(x, k, smoothing)));
  const label = loss.activation === 'sigmoid' ? ofSigmoid(x) : ofSoftmax(x);
  return writers[name]?.({ x, ...label, error, values: parameters, smoothing });
}

const ofSoftmax = (x: Prediction) => ({
  p: x.p(x.label),
  rest: x.rest,
  minusLn: -x.logP(x.label),
});

const ofSigmoid = (x: Prediction) => ({
  p: sigmoid(x.at(x.label)),
  rest: sigmoid(-x.at(x.label)),
  minusLn: softplus(-x.at(x.label)),
});
