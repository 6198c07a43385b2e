import type { parseArgs } from 'node:util';
import { parseSeeds } from '../experiment/seeds.ts';
import type { SpecError } from '../experiment/spec-error.ts';
import { message, type Message } from '../l10n.ts';
import { byFlag } from './flags.ts';
import { options, text, type Values } from './options.ts';
import { ownErrors } from './own-errors.ts';
import { settingErrors } from './settings.ts';
import { lossNames, settingsOf } from './spec-from.ts';
import { languages } from './terminal-translator.ts';
import { distinct } from '../same.ts';

export type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/**
 * Each names the flag that it is about, and is told once.
 * @param specErrors of all specs that the values make
 */
export function argumentErrors(
  tokens: readonly Token[],
  values: Values,
  specErrors: readonly SpecError[],
): Message[] {
  const together = ownErrors(values);
  // What follows from these is told once.
  const follows = ({ path }: SpecError): boolean =>
    together.length > 0 && /^(dataset|loss\.module)/.test(path);
  // Two losses share the other settings, and so their errors.
  return distinct([
    ...tokens.flatMap(tokenErrors),
    ...languageErrors(values),
    ...together,
    ...specErrors.filter((error) => !follows(error)).map((error) => byFlag(error, values)),
    ...seedErrors(values),
    ...settingErrors(settingsOf(values)),
    ...wholeErrors(values, 'continue', ['epochs']),
    ...wholeErrors(values, 'experiment', []),
    ...fairErrors(values),
  ]);
}

function tokenErrors(token: Token): Message[] {
  if (token.kind === 'positional') {
    return [message('{argument} is not expected.', { argument: token.value })];
  }
  if (token.kind !== 'option') return [];
  const flag = token.rawName;
  const option = Object.entries(options).find(([name]) => name === token.name)?.[1];
  if (!option) return [message('{flag} is not a known option.', { flag })];
  if (option.type === 'string' && token.value === undefined) {
    return [message('{flag} needs a value.', { flag })];
  }
  return [];
}

function languageErrors({ lang }: Values): Message[] {
  if (lang === undefined || languages.some((known) => known === lang)) return [];
  const problem = message('must be one of: {names}', { names: languages.join(', ') });
  return [message('{flag} {problem}.', { flag: '--lang', problem })];
}

function seedErrors({ seed }: Values): Message[] {
  const parsed = parseSeeds(text(seed) ?? '0');
  if (parsed.ok) return [];
  return [message('{flag} {problem}.', { flag: '--seed', problem: parsed.problem })];
}

function fairErrors(values: Values): Message[] {
  if (values.fair !== true || new Set(lossNames(values)).size === 2) return [];
  const flags = { flag: '--fair', other: '--loss' };
  return [message('{flag} needs two losses in {other}, separated by a comma.', flags)];
}

/** What is given whole leaves nothing to say but where its files go, and what is `free`. */
function wholeErrors(
  values: Values,
  whole: 'continue' | 'experiment',
  free: readonly string[],
): Message[] {
  if (values[whole] === undefined) return [];
  const others = [whole, ...free, 'out', 'json', 'lang', 'help'];
  return Object.keys(values)
    .filter((name) => !others.includes(name) && Object.hasOwn(options, name))
    .map((name) =>
      message('{flag} cannot be given with {other}.', {
        flag: `--${name}`,
        other: `--${whole}`,
      }),
    );
}
