import { parseArgs } from 'node:util';
import { parseSpec } from '../experiment/parse-spec.ts';
import { parseSeeds } from '../experiment/seeds.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Message } from '../l10n.ts';
import { argumentErrors } from './argument-errors.ts';
import { fairComparison, type FairComparison } from './fair.ts';
import { number, options, text, type Values } from './options.ts';
import { lossNames, specFrom } from './spec-from.ts';
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
  const specErrors = specs.flatMap((parsed) => (parsed.ok ? [] : parsed.errors));
  const errors = argumentErrors(tokens, values, specErrors);
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
    errors,
  };
}

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
