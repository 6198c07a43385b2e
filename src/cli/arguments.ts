import { parseArgs } from 'node:util';
import { parseSpec } from '../experiment/parse-spec.ts';
import type { SpecError } from '../experiment/spec-error.ts';
import { parseSeeds } from '../experiment/seeds.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { message, type Message } from '../l10n.ts';
import { fairComparison, type FairComparison } from './fair.ts';
import { ownErrors } from './own-errors.ts';
import { settingErrors } from './settings.ts';
import {
  lossNames,
  number,
  options,
  settingsOf,
  specFrom,
  text,
  type Values,
} from './spec-from.ts';
import { languageOf, languages, type Language } from './terminal-translator.ts';

export interface Arguments {
  /** One a loss and seed, equal in all else; empty if there are errors, or a run is continued. */
  readonly specs: readonly ExperimentSpec[];
  /** Of two losses, each with a learning rate that is searched for it. */
  readonly fair?: FairComparison;
  readonly continued?: Continued;
  /** A file, or the name of an example. */
  readonly experiment?: string;
  /** Folder of the run folders. */
  readonly out: string;
  readonly json: boolean;
  readonly help: boolean;
  readonly catalogue: boolean;
  readonly language: Language;
  readonly errors: readonly Message[];
}

/** The run to continue. */
export interface Continued {
  readonly folder: string;
  /** In all; left out, as many as were left, or as many again. */
  readonly epochs?: number;
}

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

/** Never throws; every error names the flag that it is about. `locale` counts unless --lang is given. */
export function parseArguments(args: readonly string[], locale: string): Arguments {
  const { values, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const specs = lossNames(values).flatMap((name) =>
    seedsOf(values).map((seed) => parseSpec(specFrom(values, name, seed))),
  );
  const together = ownErrors(values);
  // What follows from these is told once.
  const follows = ({ path }: SpecError): boolean =>
    together.length > 0 && /^(dataset|loss\.module)/.test(path);
  const specErrors = specs.flatMap((parsed) =>
    parsed.ok
      ? []
      : parsed.errors.filter((error) => !follows(error)).map((error) => byFlag(error, values)),
  );
  const errors = [
    ...tokens.flatMap(tokenErrors),
    ...languageErrors(values),
    ...together,
    ...specErrors,
    ...seedErrors(values),
    ...settingErrors(settingsOf(values)),
    ...wholeErrors(values, 'continue', ['epochs']),
    ...wholeErrors(values, 'experiment', []),
    ...(values.fair === true && new Set(lossNames(values)).size !== 2 ? [needsTwoLosses] : []),
  ];
  const continued = continuedOf(values);
  const experiment = text(values.experiment);
  const whole =
    errors.length > 0 ? [] : specs.flatMap((parsed) => (parsed.ok ? [parsed.spec] : []));
  const fair = values.fair === true ? fairComparison(whole) : undefined;
  return {
    ...(fair && { fair }),
    ...(continued && { continued }),
    ...(experiment !== undefined && { experiment }),
    specs: continued || experiment !== undefined ? [] : whole,
    out: text(values.out) ?? '.losslab/runs',
    json: values.json === true,
    help: values.help === true,
    catalogue: values.catalogue === true,
    language: languages.find((known) => known === values.lang) ?? languageOf(locale),
    errors: withoutRepeats(errors),
  };
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

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

const needsTwoLosses = message('{flag} needs two losses in {other}, separated by a comma.', {
  flag: '--fair',
  other: '--loss',
});

/** A fair comparison ends with a paired test, which takes three. */
const seedsOfFair = '1-3';

/** Those given; undefined, which is the default, for none or a mistake that is told as such. */
function seedsOf({ seed, fair }: Values): readonly (number | undefined)[] {
  const parsed = parseSeeds(text(seed) ?? (fair === true ? seedsOfFair : ''));
  return parsed.ok ? parsed.seeds : [undefined];
}

function continuedOf(values: Values): Continued | undefined {
  const folder = text(values.continue);
  const epochs = number(values.epochs);
  return folder === undefined ? undefined : { folder, ...(epochs !== undefined && { epochs }) };
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

function byFlag({ path, message: problem }: SpecError, values: Values): Message {
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

/** Two losses share the other settings, and so their errors. */
function withoutRepeats(errors: readonly Message[]): Message[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}
