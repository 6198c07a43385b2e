import type { SpecError } from '../experiment/spec-error.ts';
import { message, type Message } from '../l10n.ts';
import type { Values } from './options.ts';

/** The flag that gives what a `SpecError` calls by its path. */
const flags: Readonly<Record<string, string>> = {
  dataset: '--dataset',
  'dataset.name': '--dataset',
  'dataset.own': '--data',
  'dataset.own.path': '--data',
  'dataset.own.images': '--data',
  'dataset.own.labels': '--labels',
  'dataset.own.masks': '--masks',
  'dataset.own.height': '--size',
  'dataset.own.width': '--size',
  model: '--model',
  'model.name': '--model',
  'model.style.activation': '--activation',
  'model.style.initializer': '--initializer',
  'model.style.batchNorm': '--batch-norm',
  'loss.name': '--loss',
  'loss.module': '--loss-module',
  'loss.reduction': '--reduction',
  'optimizer.name': '--optimizer',
  'optimizer.learningRate': '--learning-rate',
  'optimizer.weightDecay': '--weight-decay',
  'optimizer.l1': '--l1',
  'optimizer.clipNorm': '--clip-norm',
  'optimizer.schedule.name': '--schedule',
  'optimizer.schedule.warmUp': '--warm-up',
  'optimizer.schedule.every': '--step-every',
  'optimizer.schedule.factor': '--step-factor',
  epochs: '--epochs',
  batchSize: '--batch-size',
  seed: '--seed',
  'earlyStopping.patience': '--patience',
};

/** A mistake in a spec, told of the flag that it came by. */
export function byFlag({ path, message: problem }: SpecError, values: Values): Message {
  const flag = path === 'model.style' ? styleFlags(values) : (flags[path] ?? `--set ${path}`);
  return message('{flag} {problem}.', { flag, problem });
}

/** A style as a whole is what was given of it. */
function styleFlags(values: Values): string {
  const given = (['activation', 'initializer', 'batch-norm'] as const).filter(
    (name) => values[name] !== undefined,
  );
  return given.map((name) => `--${name}`).join(', ');
}
