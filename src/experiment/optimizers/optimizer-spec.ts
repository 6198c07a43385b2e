import * as z from 'zod/mini';
import { message } from '../../l10n.ts';
import { described } from '../schema/described.ts';
import { scheduleSchema, type ScheduleSpec } from '../schedules/catalogue.ts';
import { optimizerNames, optimizers, type OptimizerName } from './catalogue.ts';

/**
 * An optimizer with all that shapes its steps. Decay and L1 are penalties on the weights of layers: they
 * leave alone the biases and the γ, β of batch normalisation, which hardly overfit.
 */
export interface OptimizerSpec {
  readonly name: OptimizerName;
  /** η, what the schedule is a share of. */
  readonly learningRate: number;
  /**
   * λ ≥ 0. Adds λw to the gradient, that of the penalty ½λ‖w‖² (Krogh & Hertz 1991), or is decoupled
   * from it: w ← w − ηλw, as `Optimizer.decay` says.
   */
  readonly weightDecay: number;
  /** λ₁ ≥ 0. Adds λ₁ sign(w) to the gradient, that of the penalty λ₁‖w‖₁ (Tibshirani 1996). */
  readonly l1: number;
  /**
   * c > 0: the gradient of all parameters together, ‖g‖ long, is g · min(1, c/‖g‖) before any penalty is
   * added (Pascanu et al. 2013, arXiv 1211.5063). Null for as it is.
   */
  readonly clipNorm: number | null;
  readonly schedule: ScheduleSpec;
}

/** What may be left out of an `OptimizerSpec` that is written by hand. */
export type WrittenOptimizer = Pick<OptimizerSpec, 'name'> & {
  readonly [setting in Exclude<keyof OptimizerSpec, 'name'>]?: OptimizerSpec[setting] | undefined;
};

const notNegative = z.number().check(z.minimum(0));
const positive = z.number().check(z.positive());

const settings = {
  name: described(
    z.enum(optimizerNames),
    message('The rule that turns a gradient into a step of the weights.'),
  ),
  learningRate: described(
    z.optional(positive),
    message('How long the steps are. By default what suits the optimizer.'),
  ),
  weightDecay: described(
    z.optional(notNegative),
    message(
      'λ, which pulls the weights towards 0: λw is added to their gradient; with adamw, w loses its part ηλ at each step. 0 for none, usual are 0.0001 to 0.1.',
    ),
  ),
  l1: described(
    z.optional(notNegative),
    message('λ₁ of an L1 penalty, which makes many weights nearly 0. 0 for none.'),
  ),
  clipNorm: described(
    z.nullish(positive),
    message(
      'The longest that the gradient of all parameters together may be; a longer one is shortened to it. Null for no limit.',
    ),
  ),
  schedule: described(
    z.optional(scheduleSchema),
    message('How the learning rate changes in the course of the training.'),
  ),
};

/** Fills in what is left out; what is whole stays as it is. */
export const optimizerSchema = z.pipe(z.strictObject(settings), z.transform(wholeOptimizer));

export function wholeOptimizer(written: WrittenOptimizer): OptimizerSpec {
  const { defaultLearningRate, defaultWeightDecay } = optimizers[written.name];
  return {
    name: written.name,
    learningRate: written.learningRate ?? defaultLearningRate,
    weightDecay: written.weightDecay ?? defaultWeightDecay,
    l1: written.l1 ?? 0,
    clipNorm: written.clipNorm ?? null,
    schedule: written.schedule ?? { name: 'constant', warmUp: 0 },
  };
}

/** An optimizer with its defaults. */
export function optimizerSpec(name: OptimizerName): OptimizerSpec {
  return wholeOptimizer({ name });
}
