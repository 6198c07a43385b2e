import { parseArgs } from 'node:util';
import { losses } from '../experiment/losses/catalogue.ts';
import { parseSpec, type SpecError } from '../experiment/parse-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../experiment/spec.ts';
import { message, type Message } from '../l10n.ts';
import { languageOf, languages, type Language } from './terminal-translator.ts';

export interface Arguments {
  /** One a loss, equal in all else; empty if there are errors. */
  readonly specs: readonly ExperimentSpec[];
  /** Folder of the run folders. */
  readonly out: string;
  readonly json: boolean;
  readonly help: boolean;
  readonly language: Language;
  readonly errors: readonly Message[];
}

export const options = {
  dataset: { type: 'string' },
  model: { type: 'string' },
  loss: { type: 'string' },
  reduction: { type: 'string' },
  optimizer: { type: 'string' },
  'learning-rate': { type: 'string' },
  epochs: { type: 'string' },
  'batch-size': { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = { readonly [name in keyof typeof options]?: string | boolean | undefined };

/** The flag that gives what a `SpecError` calls by its path. */
const flags: Readonly<Record<string, string>> = {
  dataset: '--dataset',
  model: '--model',
  'loss.name': '--loss',
  'loss.reduction': '--reduction',
  'optimizer.name': '--optimizer',
  'optimizer.learningRate': '--learning-rate',
  epochs: '--epochs',
  batchSize: '--batch-size',
  seed: '--seed',
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
  const specs = lossNames(values).map((name) => parseSpec(specFrom(values, name)));
  const specErrors = specs.flatMap((parsed) => (parsed.ok ? [] : parsed.errors.map(byFlag)));
  const errors = [...tokens.flatMap(tokenErrors), ...languageErrors(values), ...specErrors];
  return {
    specs: errors.length > 0 ? [] : specs.flatMap((parsed) => (parsed.ok ? [parsed.spec] : [])),
    out: text(values.out) ?? '.losslab/runs',
    json: values.json === true,
    help: values.help === true,
    language: languages.find((known) => known === values.lang) ?? languageOf(locale),
    errors: withoutRepeats(errors),
  };
}

function specFrom(values: Values, lossName: string): unknown {
  return defined({
    dataset: text(values.dataset),
    model: text(values.model),
    loss: defined({ name: lossName, reduction: reductionFor(lossName, values) }),
    optimizer: defined({
      name: text(values.optimizer) ?? defaultSpec.optimizer.name,
      learningRate: number(values['learning-rate']),
    }),
    epochs: number(values.epochs),
    batchSize: number(values['batch-size']),
    seed: number(values.seed),
  });
}

function lossNames({ loss }: Values): string[] {
  return (text(loss) ?? 'cross-entropy,mean-squared-error').split(',').map((name) => name.trim());
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

function byFlag({ path, message: problem }: SpecError): Message {
  return message('{flag} {problem}.', { flag: flags[path] ?? path, problem });
}

/** Two losses share the other settings, and so their errors. */
function withoutRepeats(errors: readonly Message[]): Message[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}

const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** NaN, which parseSpec refuses, for what is no number. */
const number = (value: string | boolean | undefined): number | undefined =>
  typeof value !== 'string' ? undefined : value.trim() === '' ? NaN : Number(value);

/** Without the keys whose value is undefined. */
function defined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
