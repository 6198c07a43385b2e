import { guessOwnData } from '../experiment/datasets/own/guess-own-data.ts';
import { losses } from '../experiment/losses/catalogue.ts';
import { withSettings } from './settings.ts';
import { defaultSpec } from '../experiment/spec.ts';
import { number, text, type Values } from './options.ts';

/** One spec for `parseSpec` of a loss and a seed, with what was not given left out. */
export function specFrom(values: Values, lossName: string, seed?: number): unknown {
  const spec = defined({
    dataset: datasetFrom(values),
    model: modelFrom(values),
    loss: lossFrom(lossName, values),
    optimizer: optimizerFrom(values),
    epochs: number(values.epochs),
    batchSize: number(values['batch-size']),
    seed,
    earlyStopping:
      values.patience === undefined ? undefined : { patience: number(values.patience) },
  });
  return withSettings(spec, settingsOf(values));
}

/** What follows each --set. */
export function settingsOf({ set = [] }: Values): string[] {
  return set.filter((text) => typeof text === 'string');
}

function datasetFrom(values: Values): unknown {
  const path = text(values.data);
  if (path === undefined) return text(values.dataset);
  const hints = { labels: text(values.labels), masks: text(values.masks) };
  const size = sizeFrom(values);
  const colour = values.colour === true;
  return {
    name: text(values.dataset) ?? 'own',
    own: guessOwnData(path, { ...hints, ...size, colour }),
  };
}

/** "28x28": height and width. */
export const sizePattern = /^(\d+)[x×](\d+)$/i;

/** NaN, which parseSpec refuses, for what is no size. */
function sizeFrom(values: Values): { height?: number; width?: number } {
  const size = text(values.size);
  if (size === undefined) return {};
  const [, height, width] = sizePattern.exec(size.trim()) ?? [];
  return { height: Number(height), width: Number(width) };
}

function lossFrom(name: string, values: Values): unknown {
  return name === 'own'
    ? defined({ name, module: text(values['loss-module']) })
    : defined({ name, reduction: reductionFor(name, values) });
}

function modelFrom(values: Values): unknown {
  const style = defined({
    activation: text(values.activation),
    initializer: text(values.initializer),
    batchNorm: boolean(values['batch-norm']),
  });
  const hasStyle = Object.keys(style).length > 0;
  return defined({ name: text(values.model), style: hasStyle ? style : undefined });
}

function optimizerFrom(values: Values): unknown {
  return defined({
    name: text(values.optimizer) ?? defaultSpec.optimizer.name,
    learningRate: number(values['learning-rate']),
    weightDecay: number(values['weight-decay']),
    l1: number(values.l1),
    clipNorm: number(values['clip-norm']),
    schedule: scheduleFrom(values),
  });
}

/** Without a name, the schedule that has the settings that are given. */
function scheduleFrom(values: Values): unknown {
  const step = { every: number(values['step-every']), factor: number(values['step-factor']) };
  const own = defined({ ...step, warmUp: number(values['warm-up']) });
  const given = text(values.schedule);
  if (given === undefined && Object.keys(own).length === 0) return undefined;
  return { name: given ?? (Object.keys(defined(step)).length > 0 ? 'step' : 'constant'), ...own };
}

/** Those given, and `own` where a module is given; without either, the comparison that is usual. */
export function lossNames(values: Values): string[] {
  const module = text(values['loss-module']);
  const usual = module === undefined ? 'cross-entropy,mean-squared-error' : 'own';
  const names = (text(values.loss) ?? usual).split(',').map((name) => name.trim());
  return module === undefined || names.includes('own') ? names : [...names, 'own'];
}

/** The reduction asked for, unless another of the losses has it and this one does not. */
function reductionFor(lossName: string, values: Values): string | undefined {
  const reduction = text(values.reduction);
  const takes = (name: string): boolean =>
    Object.entries(losses).some(
      ([known, { reductions }]) => known === name && reductions.some((each) => each === reduction),
    );
  return takes(lossName) || !lossNames(values).some(takes) ? reduction : undefined;
}

/** What is neither stays the text, which parseSpec refuses. */
const boolean = (value: string | boolean | undefined): unknown =>
  value === 'true' ? true : value === 'false' ? false : text(value);

/** Without the keys whose value is undefined. */
function defined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
