import { parseArgs } from 'node:util';
import { parseSeeds } from '../../experiment/seeds.ts';
import { isStudyName, studyNames, type StudyName } from '../../insight/studies/catalogue.ts';
import { message, type Message } from '../../l10n.ts';
import { languageOf, languages, type Language } from '../terminal-translator.ts';

export interface StudyArguments {
  /** What to run; all of them for `--all`, none for `--list`. */
  readonly names: readonly StudyName[];
  readonly all: boolean;
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
    ...(all && given ? [message('{flag} cannot be given with {other}.', { flag: '--seed', other: '--all' })] : []),
    ...(all || values.list === true || values.pages === true || positionals.length > 0 ? [] : [nothingNamed()]),
  ]; // prettier-ignore
  return {
    names: all ? studyNames : positionals.filter(isStudyName),
    all,
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

function nothingNamed(): Message {
  return message('Name a study, or give --all. There are: {names}', { names: studyNames.join(', ') }); // prettier-ignore
}
