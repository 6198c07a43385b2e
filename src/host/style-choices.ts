import { activationNames, type Activation, type LayerStyle } from '../experiment/models/net.ts';
import { activationLabel } from '../experiment/names.ts';
import { message, type Message } from '../l10n.ts';
import type { Choice } from './wizard.ts';

/* The ways to make hidden layers as answers of a wizard, each with a sentence that helps to choose. */

const activationUses: Readonly<Record<Activation, Message>> = {
  relu: message('Passes the gradient on whole or not at all; the usual choice.'),
  sigmoid: message('Passes on a quarter of the gradient at most: little reaches the first layers.'),
  tanh: message('Centred on 0; passes the gradient on whole there, and less further out.'),
};

export function activationChoices(): Choice<Activation>[] {
  return activationNames.map((value) => ({
    label: activationLabel(value),
    detail: activationUses[value],
    value,
  }));
}

/** Where training starts from, and whether batch normalisation makes it matter less. */
type Start = Pick<LayerStyle, 'initializer' | 'batchNorm'>;

export function startChoices(): Choice<Start>[] {
  return [
    {
      label: message('He'),
      detail: message('For ReLU: the signal keeps its size from layer to layer.'),
      value: { initializer: 'he-normal', batchNorm: false },
    },
    {
      label: message('Glorot'),
      detail: message('For tanh and sigmoid: keeps signal and gradient in balance.'),
      value: { initializer: 'glorot-uniform', batchNorm: false },
    },
    {
      label: message('He + batch norm'),
      detail: message('Normalised over the batch, deep models bear a higher learning rate.'),
      value: { initializer: 'he-normal', batchNorm: true },
    },
    {
      label: message('Glorot + batch norm'),
      detail: message('The same from Glorot’s weights, whose size then hardly matters.'),
      value: { initializer: 'glorot-uniform', batchNorm: true },
    },
    {
      label: message('All weights 0'),
      detail: message('A mistake to see: the units of a layer stay alike, and little is learnt.'),
      value: { initializer: 'zeros', batchNorm: false },
    },
  ];
}
