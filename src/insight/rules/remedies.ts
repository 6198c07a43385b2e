import { optimizers } from '../../experiment/optimizers/catalogue.ts';
import { message, loss } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import type { Remedies, Remedy } from './rule.ts';
import { batchNorm, drawnWeights, reluWithHe, residual, usualScale } from './style-remedies.ts';

/**
 * Those that fit the run, what helps most first.
 * @param otherwise what is left where none does
 */
export function remediesOf(options: readonly (Remedy | undefined)[], otherwise: Remedy): Remedies {
  const [first = otherwise, ...others] = options.filter((each) => each !== undefined);
  return [first, ...others];
}

/** The same optimizer with its rate multiplied. */
export function otherRate({ identity }: Run, factor: number): Remedy {
  const { learningRate } = identity.spec.optimizer;
  const rate = Number((learningRate * factor).toPrecision(3));
  return {
    text:
      factor < 1
        ? message('Try a smaller learning rate: {rate} in place of {now}.', rates(rate, learningRate))
        : message('Try a larger learning rate: {rate} in place of {now}.', rates(rate, learningRate)),
    change: { optimizer: { learningRate: rate } },
  }; // prettier-ignore
}

const rates = (rate: number, now: number) => ({ rate: loss(rate), now: loss(now) });

/** Steps that do not depend on the size of the gradient; undefined where they do not yet. */
export function adam({ identity }: Run): Remedy | undefined {
  const { optimizer } = identity.spec;
  if (optimizers[optimizer.name].normalises) return undefined;
  const learningRate = optimizers.adam.defaultLearningRate;
  return {
    text: message('Try Adam: its steps do not shrink with the gradient.'),
    change: { optimizer: { ...optimizer, name: 'adam', learningRate } },
  };
}

/** For steps that end on the other side of the valley. */
export function fallingRate({ identity }: Run): Remedy | undefined {
  const { name, warmUp } = identity.spec.optimizer.schedule;
  if (name !== 'constant') return undefined;
  return {
    text: message('Try a learning rate that falls along a cosine: the last steps are the shortest.'),
    change: { optimizer: { schedule: { name: 'cosine', warmUp } } },
  }; // prettier-ignore
}

/** For single steps that are far too long. */
export function clipping({ identity }: Run): Remedy | undefined {
  const { clipNorm } = identity.spec.optimizer;
  if (clipNorm !== null && clipNorm <= 1) return undefined;
  return {
    text: message('Try to shorten gradients that are longer than 1.'),
    change: { optimizer: { clipNorm: 1 } },
  };
}

/** For weights that have grown to fit single images. */
export function weightDecay({ identity }: Run): Remedy | undefined {
  if (identity.spec.optimizer.weightDecay > 0) return undefined;
  return {
    text: message('Try weight decay, which holds the weights small.'),
    change: { optimizer: { weightDecay: 0.001 } },
  };
}

/** For a run that went on past its best. */
export function earlyStopping({ identity }: Run): Remedy | undefined {
  if (identity.spec.earlyStopping !== null) return undefined;
  return {
    text: message('Try early stopping with a patience of five epochs.'),
    change: { earlyStopping: { patience: 5 } },
  };
}

/** For a gradient that does not get through to the first layers. */
export function betterFlow(run: Run): (Remedy | undefined)[] {
  return [usualScale(run), reluWithHe(run), batchNorm(run), residual(run)];
}

/** For a loss that does not move. */
export function otherSteps(run: Run): (Remedy | undefined)[] {
  return [drawnWeights(run), adam(run) ?? otherRate(run, 0.1)];
}

/** For steps that are too long. */
export function shorterSteps(run: Run): Remedies {
  return remediesOf([tooLargeScale(run), otherRate(run, 0.1), clipping(run)], otherRate(run, 0.1));
}

/** Initial weights that are larger than usual make all that follows larger. */
export function tooLargeScale(run: Run): Remedy | undefined {
  return (run.identity.spec.model.style?.initialScale ?? 1) > 1 ? usualScale(run) : undefined;
}
