import type { LayerStyle } from '../../experiment/models/net.ts';
import { modelsFor } from '../../experiment/spec.ts';
import { message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import type { Remedy } from './rule.ts';

/* Other models, and other hidden layers of the same; undefined where a run has what is proposed, or no
   hidden layer. */

export const reluWithHe = ofStyle(({ activation }) => activation !== 'relu', {
  text: message('Try ReLU with He’s initialisation: it passes the gradient on whole.'),
  change: { model: { style: { activation: 'relu', initializer: 'he-normal' } } },
});

export const batchNorm = ofStyle((style) => !style.batchNorm, {
  text: message('Try batch normalisation after each hidden layer.'),
  change: { model: { style: { batchNorm: true } } },
});

export const usualScale = ofStyle(({ initialScale }) => initialScale !== 1, {
  text: message('Try initial weights of the usual scale.'),
  change: { model: { style: { initialScale: 1 } } },
});

export const drawnWeights = ofStyle(({ initializer }) => initializer === 'zeros', {
  text: message('Try He’s initialisation, which draws the weights by lot.'),
  change: { model: { style: { initializer: 'he-normal' } } },
});

/** What was made for the activation, as it is: a scale or zeros in its place are undone. */
export function suitedWeights(run: Run): Remedy | undefined {
  const { style } = run.identity.spec.model;
  if (style === null) return undefined;
  const initializer = style.activation === 'relu' ? 'he-normal' : 'glorot-uniform';
  if (style.initializer === initializer && style.initialScale === 1) return undefined;
  const change = { model: { style: { initializer, initialScale: 1 } } };
  return initializer === 'he-normal'
    ? { text: message('Try He’s initialisation at its own scale, which keeps the size of signals under ReLU.'), change }
    : { text: message('Try Glorot’s initialisation at its own scale, which keeps the size of signals under sigmoid and tanh.'), change };
} // prettier-ignore

/** For a run with usual initial weights. */
export const lookAtScale: Remedy = {
  text: message('Look at the scale of the initial weights and of the inputs.'),
  change: null,
};

/** Of a scale that keeps the sums of sigmoid and tanh units near 0, where they have a slope. */
export const glorotWeights = ofStyle(
  ({ activation, initializer }) => activation !== 'relu' && initializer !== 'glorot-uniform',
  {
    text: message('Try Glorot’s initialisation, whose scale suits sigmoid and tanh units.'),
    change: { model: { style: { initializer: 'glorot-uniform' } } },
  },
);

export const dropout = ofStyle((style) => style.dropout === 0, {
  text: message('Try dropout of 30 %: no unit can rely on single others.'),
  change: { model: { style: { dropout: 0.3 } } },
});

/** Units that never give exactly 0. */
export const tanhUnits = ofStyle(({ activation }) => activation === 'relu', {
  text: message('Try tanh units, whose gradient is never exactly 0.'),
  change: { model: { style: { activation: 'tanh', initializer: 'glorot-uniform' } } },
});

/** Another model altogether, and a slower one: so it comes last. */
export function residual({ identity: { spec } }: Run): Remedy | undefined {
  if (spec.model.name === 'resnet' || !modelsFor(spec.dataset).includes('resnet')) return undefined;
  return {
    text: message(
      'Try a ResNet, whose shortcuts carry the gradient past the layers. It is another model, and takes longer.',
    ),
    change: { model: { name: 'resnet' } },
  };
}

function ofStyle(lacks: (style: LayerStyle) => boolean, remedy: Remedy) {
  return ({ identity }: Run): Remedy | undefined => {
    const { style } = identity.spec.model;
    return style !== null && lacks(style) ? remedy : undefined;
  };
}
