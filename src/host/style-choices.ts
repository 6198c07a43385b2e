import type { Activation, LayerStyle } from '../experiment/models/net.ts';
import { activationLabel } from '../experiment/names.ts';
import { message, type Message } from '../l10n.ts';
import type { Choice } from './wizard.ts';

/* The answers to how hidden layers are made, each with a sentence that helps to choose. */

const activationUses: Readonly<Record<Activation, Message>> = {
  relu: message('Passes the gradient on whole or not at all; the usual choice.'),
  sigmoid: message(
    'Passes on a quarter of the gradient at most, so that deep layers learn slowly.',
  ),
  tanh: message('Centred on 0, and passes the gradient on whole only there.'),
};

export function activationChoices(): Choice<Activation>[] {
  return (['relu', 'sigmoid', 'tanh'] as const).map((value) => ({
    label: activationLabel(value),
    detail: activationUses[value],
    value,
  }));
}

type WeightStyle = Pick<LayerStyle, 'initializer' | 'batchNorm'>;

export const weightStyles = {
  he: { initializer: 'he-normal', batchNorm: false },
  glorot: { initializer: 'glorot-uniform', batchNorm: false },
  'he-norm': { initializer: 'he-normal', batchNorm: true },
  'glorot-norm': { initializer: 'glorot-uniform', batchNorm: true },
} as const satisfies Record<string, WeightStyle>;

export type WeightKey = keyof typeof weightStyles;

export function weightKey({ initializer, batchNorm }: WeightStyle): WeightKey {
  if (initializer === 'he-normal') return batchNorm ? 'he-norm' : 'he';
  return batchNorm ? 'glorot-norm' : 'glorot';
}

export function weightChoices(): Choice<WeightKey>[] {
  return [
    {
      value: 'he',
      label: message('He'),
      detail: message('Keeps the size of the signal through layers of ReLU.'),
    },
    {
      value: 'glorot',
      label: message('Glorot'),
      detail: message(
        'Keeps the size of the signal through layers of tanh, and nearly of sigmoid.',
      ),
    },
    {
      value: 'he-norm',
      label: message('He, with batch normalisation'),
      detail: message(
        'Every unit is normalised over the batch, so that deep models train at higher rates.',
      ),
    },
    {
      value: 'glorot-norm',
      label: message('Glorot, with batch normalisation'),
      detail: message('The same; the initial weights then matter little.'),
    },
  ];
}
