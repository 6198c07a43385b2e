import { count, listing, loss, message, percent, ratio, type Message } from '../l10n.ts';
import { optimizers } from './optimizers/catalogue.ts';
import type { OptimizerSpec } from './optimizers/optimizer-spec.ts';
import { schedules, type ScheduleSpec } from './schedules/catalogue.ts';
import { losses } from './losses/catalogue.ts';
import type { Loss } from './losses/loss.ts';
import { models } from './models/catalogue.ts';
import type { Activation, Initializer, LayerStyle } from './models/net.ts';
import type { ModelSpec } from './models/model-spec.ts';
import type { ModelSize } from './models/model.ts';
import { unusualParameters, type LossSpec } from './losses/loss-spec.ts';
import { isSame } from '../same.ts';

/** The name of a loss, with what of it is not the usual. */
export function lossLabel(spec: LossSpec): Message {
  const { name, reduction, batch, parameters, classWeights, module } = spec;
  if (module !== null) return message('Own loss {file}', { file: fileName(module) });
  const { label, reductions } = losses[name];
  const known: Loss['parameters'] = losses[name].parameters;
  const details = [
    ...(reduction === reductions[0]
      ? []
      : [message('{reduction} over classes', { reduction: reductionLabel(reduction) })]),
    ...(batch === 'mean' ? [] : [message('sum over the batch')]),
    ...unusualParameters(name, parameters).map((each) =>
      message('{symbol} = {value}', {
        symbol: known[each]?.symbol ?? each,
        value: parameters[each] ?? NaN,
      }),
    ),
    ...(classWeights === 'equal'
      ? []
      : [classWeights === 'balanced' ? message('balanced classes') : message('weighted classes')]),
  ];
  const rest = listing(details);
  return rest === undefined ? label : message('{loss}, {details}', { loss: label, details: rest });
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
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

/** The name of a model, its size where it can be chosen, and what of its style is not the usual for it. */
export function modelLabel(model: ModelSpec): Message {
  const { label } = models[model.name];
  const details = listing([...sizeLabel(model), ...unusualStyle(model)]);
  return details === undefined
    ? label
    : message('{model}, {style}', { model: label, style: details });
}

/** What `modelLabel` adds to the name. */
export function modelDetails(model: ModelSpec): Message | undefined {
  const isUsual = sameSize(model.size, models[model.name].size);
  return listing([...(isUsual ? [] : sizeLabel(model)), ...unusualStyle(model)]);
}

function sizeLabel({ size }: ModelSpec): Message[] {
  return size === null
    ? []
    : [
        message('{layers} × {units} units', {
          layers: count(size.layers),
          units: count(size.units),
        }),
      ];
}

function sameSize(a: ModelSize | null, b: ModelSize | null): boolean {
  return a?.layers === b?.layers && a?.units === b?.units;
}

function unusualStyle({ name, style }: ModelSpec): Message[] {
  const usual = models[name].style;
  if (style === null || usual === null) return [];
  const own = styleLabels(style);
  return styleLabels(usual).flatMap((label, index) => {
    const other = own[index];
    return other === undefined || isSame(other, label) ? [] : [other];
  });
}

function styleLabels(style: LayerStyle): Message[] {
  return [
    activationLabel(style.activation),
    initializerLabel(style.initializer),
    message('initial weights × {scale}', { scale: ratio(style.initialScale) }),
    style.batchNorm ? message('batch norm') : message('no batch norm'),
    style.dropout > 0
      ? message('dropout {rate}', { rate: percent(style.dropout) })
      : message('no dropout'),
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
    case 'zeros':
      return message('all weights 0');
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
  return listing([...extras, ...scheduleLabels(schedule)]);
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

export const yesOrNo = (is: boolean): Message => (is ? message('yes') : message('no'));
