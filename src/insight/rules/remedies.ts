import { optimizers } from '../../experiment/optimizers/catalogue.ts';
import { message, loss } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import type { Remedy } from './rule.ts';

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

/** For a gradient that does not get through to the first layers. */
export function betterFlow({ identity }: Run): Remedy {
  const { style } = identity.spec.model;
  if (style !== null && style.activation !== 'relu') {
    return {
      text: message('Try ReLU with He’s initialisation: it passes the gradient on whole.'),
      change: { model: { style: { activation: 'relu', initializer: 'he-normal', initialScale: 1 } } },
    }; // prettier-ignore
  }
  return {
    text: message('Try batch normalisation after each hidden layer.'),
    change: style === null ? null : { model: { style: { batchNorm: true } } },
  };
}

/** For a loss that does not move: steps that do not depend on the size of the gradient. */
export function otherSteps(run: Run): Remedy {
  const { name } = run.identity.spec.optimizer;
  if (name === 'adam' || name === 'adamw' || name === 'rmsprop') return otherRate(run, 0.1);
  const learningRate = optimizers.adam.defaultLearningRate;
  return {
    text: message('Try Adam: its steps do not shrink with the gradient.'),
    change: { optimizer: { name: 'adam', learningRate } },
  };
}

/** The catalogue's cross-entropy in place of one that is computed wrongly. */
export const soundCrossEntropy: Remedy = {
  text: message('Try the built-in cross-entropy, which works on logits and clips nothing.'),
  change: { loss: { name: 'cross-entropy' } },
};
