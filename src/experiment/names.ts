import { loss, message, ratio, type Message } from '../l10n.ts';
import { losses } from './losses/catalogue.ts';
import { models } from './models/catalogue.ts';
import type { Activation, Initializer, LayerStyle } from './models/net.ts';
import { optimizers } from './optimizers/catalogue.ts';
import { schedules, type ScheduleSpec } from './schedules/catalogue.ts';
import type { LossSpec, ModelSpec, OptimizerSpec } from './spec.ts';

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
  return inARow(differing);
}

/** Undefined for nothing. */
function inARow(labels: readonly Message[]): Message | undefined {
  return labels.length === 0
    ? undefined
    : labels.reduceRight((rest, first) => message('{first}, {rest}', { first, rest }));
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

/** "Adam 0.001, weight decay 0.01, cosine": an optimizer with all that shapes its steps. */
export function optimizerLabel(optimizer: OptimizerSpec): Message {
  const rate = ratio(optimizer.learningRate);
  const first = message('{optimizer} {rate}', {
    optimizer: optimizers[optimizer.name].label,
    rate,
  });
  const rest = optimizerExtras(optimizer);
  return rest === undefined ? first : message('{first}, {rest}', { first, rest });
}

/** "weight decay 0.01, cosine": what of an optimizer is more than its rule; undefined for nothing. */
export function optimizerExtras({
  weightDecay,
  l1,
  clipNorm,
  schedule,
}: OptimizerSpec): Message | undefined {
  const extras: Message[] = [];
  if (weightDecay > 0) extras.push(message('weight decay {value}', { value: loss(weightDecay) }));
  if (l1 > 0) extras.push(message('L1 {value}', { value: loss(l1) }));
  if (clipNorm !== null) extras.push(message('clipped to {value}', { value: loss(clipNorm) }));
  return inARow([...extras, ...scheduleLabels(schedule)]);
}

/** None for a learning rate that stays the same. */
function scheduleLabels(schedule: ScheduleSpec): Message[] {
  const { name, warmUp } = schedule;
  const rise = message('warm-up {epochs}', { epochs: loss(warmUp) });
  const fall =
    schedule.name === 'step'
      ? message('step {factor} every {epochs}', {
          factor: loss(schedule.factor),
          epochs: loss(schedule.every),
        })
      : schedules[name].label;
  return [...(warmUp > 0 ? [rise] : []), ...(name === 'constant' ? [] : [fall])];
}
