import { message, type Message } from '../l10n.ts';
import { losses } from './losses/catalogue.ts';
import { models } from './models/catalogue.ts';
import type { Activation, Initializer, LayerStyle } from './models/net.ts';
import type { LossSpec, ModelSpec } from './spec.ts';

/** The name of a loss, with its reduction where it is not the usual one. */
export function lossLabel({ name, reduction }: LossSpec): Message {
  const { label, reductions } = losses[name];
  if (reduction === reductions[0]) return label;
  return message('{loss}, {reduction} over classes', {
    loss: label,
    reduction: reductionLabel(reduction),
  });
}

export function reductionLabel(reduction: LossSpec['reduction']): Message {
  switch (reduction) {
    case 'mean':
      return message('mean');
    case 'sum':
      return message('sum');
    case 'half-sum':
      return message('half the sum');
  }
}

/** The name of a model, with what of its style is not the usual for it. */
export function modelLabel(model: ModelSpec): Message {
  const { label } = models[model.name];
  const style = unusualStyle(model);
  return style === undefined ? label : message('{model}, {style}', { model: label, style });
}

/** "tanh, Glorot": what of a model's style is not its default; undefined for nothing. */
export function unusualStyle({ name, style }: ModelSpec): Message | undefined {
  const usual = models[name].style;
  if (style === null || usual === null) return undefined;
  const own = styleLabels(style);
  const differing = styleLabels(usual).flatMap((label, index) => {
    const other = own[index];
    return other === undefined || other.text === label.text ? [] : [other];
  });
  return differing.length === 0
    ? undefined
    : differing.reduceRight((rest, first) => message('{first}, {rest}', { first, rest }));
}

function styleLabels({ activation, initializer, batchNorm }: LayerStyle): Message[] {
  return [
    activationLabel(activation),
    initializerLabel(initializer),
    batchNorm ? message('batch norm') : message('no batch norm'),
  ];
}

export function activationLabel(activation: Activation): Message {
  switch (activation) {
    case 'relu':
      return message('ReLU');
    case 'sigmoid':
      return message('sigmoid');
    case 'tanh':
      return message('tanh');
  }
}

export function initializerLabel(initializer: Initializer): Message {
  switch (initializer) {
    case 'he-normal':
      return message('He');
    case 'glorot-uniform':
      return message('Glorot');
  }
}
