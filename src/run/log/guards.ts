import { isObject } from '../../experiment/merge-written.ts';
import type { Figure, FigureFormat, Message, MessageArg } from '../../l10n.ts';
import type { LayerSetting, Outcome, OwnLossSetting, RunSetting } from '../event.ts';

/* Whether what was read from a file is what the types say. */

/** A whole number, 0 or more. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

const outcomes: Readonly<Record<Outcome, true>> = {
  completed: true,
  stopped: true,
  diverged: true,
  failed: true,
  interrupted: true,
};

export function isOutcome(value: unknown): value is Outcome {
  return typeof value === 'string' && Object.hasOwn(outcomes, value);
}

/** All but the notice, which a run can do without. */
export function isRunSetting(value: unknown): value is Omit<RunSetting, 'notice'> {
  return (
    isObject(value) &&
    Array.isArray(value['layers']) &&
    value['layers'].every(isLayerSetting) &&
    isCount(value['classes']) &&
    isCount(value['trainCount']) &&
    isCount(value['validationCount']) &&
    isCount(value['stepsPerEpoch']) &&
    typeof value['backend'] === 'string' &&
    (value['classNames'] === undefined || isTexts(value['classNames'])) &&
    (value['ownLoss'] === undefined || isOwnLossSetting(value['ownLoss']))
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isOwnLossSetting(value: unknown): value is OwnLossSetting {
  return (
    isObject(value) && typeof value['module'] === 'string' && typeof value['sha256'] === 'string'
  );
}

function isLayerSetting(value: unknown): value is LayerSetting {
  return isObject(value) && typeof value['name'] === 'string' && isCount(value['weights']);
}

/** Messages within messages are a few deep; a file from elsewhere must not exhaust the stack. */
const maxDepth = 16;

export function isMessage(value: unknown, depth = 0): value is Message {
  if (!isObject(value) || typeof value['text'] !== 'string' || depth > maxDepth) return false;
  const { args } = value;
  if (args === undefined) return true;
  return isObject(args) && Object.values(args).every((arg) => isMessageArg(arg, depth + 1));
}

function isMessageArg(value: unknown, depth: number): value is MessageArg {
  if (typeof value === 'string' || typeof value === 'number') return true;
  return isFigure(value) || isMessage(value, depth);
}

const figureFormats: Readonly<Record<FigureFormat, true>> = {
  count: true,
  percent: true,
  loss: true,
  live: true,
  ratio: true,
  seconds: true,
};

function isFigure(value: unknown): value is Figure {
  if (!isObject(value) || typeof value['value'] !== 'number') return false;
  const { format } = value;
  return typeof format === 'string' && Object.hasOwn(figureFormats, format);
}

/** Without separators or a leading dot: a run from elsewhere must not name another folder. */
export function isFolderName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-][\w.-]*$/.test(value);
}
