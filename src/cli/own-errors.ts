import { guessKind } from '../experiment/datasets/own/guess-own-data.ts';
import { message, type Message } from '../l10n.ts';
import { text, type Values } from './options.ts';
import { lossNames, settingsOf, sizePattern } from './spec-from.ts';

/** What of the flags of a person's own data and loss does not go together, or is missing. */
export function ownErrors(values: Values): Message[] {
  return [...dataErrors(values), ...lossErrors(values)];
}

function dataErrors(values: Values): Message[] {
  const data = text(values.data);
  if (data === undefined) return [...withoutData(values), ...withoutPlace(values)];
  const size = text(values.size);
  const kind = guessKind(data, { labels: text(values.labels), masks: text(values.masks) });
  const errors: Message[] = [];
  if (values.dataset !== undefined) {
    errors.push(message('{flag} cannot be given with {other}.', { flag: '--dataset', other: '--data' })); // prettier-ignore
  }
  if (size !== undefined && !sizePattern.test(size.trim())) {
    errors.push(message('{flag} must be a height and a width in pixels, such as 28x28.', { flag: '--size' })); // prettier-ignore
  }
  if (kind === 'csv' && values.size === undefined && !isSet(values, 'dataset.own'))
    errors.push(missing('--size', data));
  const isOfTwo = kind === 'idx' || kind === 'npy';
  if (isOfTwo && values.labels === undefined && !isSet(values, 'dataset.own'))
    errors.push(missing('--labels', data));
  return errors;
}

function withoutData(values: Values): Message[] {
  return (['labels', 'masks', 'size', 'colour'] as const)
    .filter((name) => values[name] !== undefined)
    .map((name) => message('{flag} needs {other}.', { flag: `--${name}`, other: '--data' }));
}

/** The name alone says nothing of where the images are. */
function withoutPlace(values: Values): Message[] {
  return values.dataset === 'own' && !isSet(values, 'dataset.own')
    ? [message('{flag} needs {other}.', { flag: '--dataset own', other: '--data' })]
    : [];
}

function lossErrors(values: Values): Message[] {
  const isGiven = values['loss-module'] !== undefined || isSet(values, 'loss.module');
  if (isGiven || !lossNames(values).includes('own')) return [];
  return [message('{flag} needs {other}.', { flag: '--loss own', other: '--loss-module' })];
}

/** Whether --set gives a setting, or one within it. */
function isSet(values: Values, path: string): boolean {
  return settingsOf(values).some((text) => text.startsWith(path));
}

function missing(flag: string, data: string): Message {
  return message('{flag} must be given with {file}.', { flag, file: data });
}
