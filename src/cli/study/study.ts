import { studies, studyNames, type StudyName } from '../../insight/studies/catalogue.ts';
import { measuredStudies, type MeasuredStudy } from '../../insight/studies/measured.ts';
import { terminalTranslator } from '../terminal-translator.ts';
import { parseStudyArguments, type StudyArguments } from './arguments.ts';
import { plainOutcome } from './plain-outcome.ts';
import { runStudy } from './run-study.ts';
import { keepMeasured, writePages } from './write-pages.ts';

/* The entry of scripts/study.mjs. */

const root = process.cwd();
const write = (text: string): void => void process.stdout.write(`${text}\n`);
const warn = (text: string): void => void process.stderr.write(text);

async function main(): Promise<number> {
  const locale = process.env['LC_ALL'] ?? process.env['LANG'] ?? '';
  const args = parseStudyArguments(process.argv.slice(2), locale);
  const t = terminalTranslator(root, args.language);
  for (const error of args.errors) warn(`${t(error)}\n`);
  if (args.errors.length > 0) return 1;
  if (args.pages) writePages(root, measuredStudies);
  if (args.list) for (const name of studyNames) write(`${name}: ${t(studies[name].claim)}`);
  const measured = await runAll(args);
  if (args.json) write(JSON.stringify(Object.fromEntries(measured), null, 2));
  else for (const [name, of] of measured) write(plainOutcome(t, name, of));
  if (args.keep) keepMeasured(root, { ...measuredStudies, ...Object.fromEntries(measured) });
  return 0;
}

async function runAll({ names, seeds }: StudyArguments): Promise<[StudyName, MeasuredStudy][]> {
  const measured: [StudyName, MeasuredStudy][] = [];
  for (const name of names) {
    const tell = (done: number, all: number): void => warn(`\r${name} ${done} / ${all}`);
    measured.push([name, await runStudy(name, root, tell, seeds)]);
    warn('\n');
  }
  return measured;
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
