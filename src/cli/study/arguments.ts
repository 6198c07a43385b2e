import { parseArgs } from 'node:util';
import { parseSeeds } from '../../experiment/seeds.ts';
import { isStudyName, studyNames, type StudyName } from '../../insight/studies/catalogue.ts';
import { message, type Message } from '../../l10n.ts';
import { languageOf, languages, type Language } from '../terminal-translator.ts';

export interface StudyArguments {
  /** What to run; all of them for `--all`, none for `--list`. */
  readonly names: readonly StudyName[];
  /** Whether what comes out is kept for the docs, beside what was measured of other studies. */
  readonly keep: boolean;
  /** Whether only what there is is to be printed. */
  readonly list: boolean;
  readonly json: boolean;
  /** Whether only the pages are to be made again, of what was measured before. */
  readonly pages: boolean;
  /** Others than the studies' own, to see whether an outcome depends on them. */
  readonly seeds?: readonly number[];
  readonly language: Language;
  readonly errors: readonly Message[];
}

const options = {
  all: { type: 'boolean' },
  keep: { type: 'boolean' },
  list: { type: 'boolean' },
  pages: { type: 'boolean' },
  json: { type: 'boolean' },
  seed: { type: 'string' },
  lang: { type: 'string' },
} as const;

/** Never throws. `locale` counts unless --lang is given. */
export function parseStudyArguments(args: readonly string[], locale: string): StudyArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
  });
  const given = typeof values.seed === 'string' ? parseSeeds(values.seed) : undefined;
  const all = values.all === true;
  const errors = [
    ...Object.keys(values).filter((name) => !Object.hasOwn(options, name)).map(unknownOption),
    ...positionals.filter((name) => !isStudyName(name)).map(unknownStudy),
    ...(given && !given.ok ? [message('{flag} {problem}.', { flag: '--seed', problem: given.problem })] : []),
    ...(['all', 'keep'] as const).filter((flag) => values[flag] === true && given).map(ofOwnSeeds),
    ...(all || values.list === true || values.pages === true || positionals.length > 0 ? [] : [nothingNamed()]),
  ]; // prettier-ignore
  return {
    names: all ? studyNames : positionals.filter(isStudyName),
    keep: all || values.keep === true,
    list: values.list === true,
    json: values.json === true,
    pages: values.pages === true,
    ...(given?.ok && { seeds: given.seeds }),
    language: languages.find((known) => known === values.lang) ?? languageOf(locale),
    errors,
  };
}

function unknownOption(name: string): Message {
  return message('{flag} is not a known option.', { flag: `--${name}` });
}

function unknownStudy(name: string): Message {
  return message('There is no study “{name}”. There are: {names}', { name, names: studyNames.join(', ') }); // prettier-ignore
}

/** What the docs say is of the seeds that a study was planned with. */
function ofOwnSeeds(flag: string): Message {
  return message('{flag} cannot be given with {other}.', { flag: '--seed', other: `--${flag}` });
}

function nothingNamed(): Message {
  return message('Name a study, or give --all. There are: {names}', { names: studyNames.join(', ') }); // prettier-ignore
}
