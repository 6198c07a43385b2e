import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check, resolveConfig } from 'prettier';
import { describe, expect, it, test } from 'vitest';
import { formatFile } from '../../../scripts/format-file.mjs';
import { parseStudyArguments } from '../../../src/cli/study/arguments.ts';
import { studiesPage } from '../../../src/cli/study/page.ts';
import { keepMeasured } from '../../../src/cli/study/write-pages.ts';
import { languages, terminalTranslator } from '../../../src/cli/terminal-translator.ts';
import { studies, studyNames } from '../../../src/insight/studies/catalogue.ts';
import { measuredStudies } from '../../../src/insight/studies/measured.ts';
import { studyRuns } from '../../../src/insight/studies/study.ts';

const root = path.resolve('.');
const files = { en: 'docs/studies.md', 'zh-cn': 'docs/studies.zh-cn.md' } as const;

test.each(languages)('the page of studies says what was measured, in %s', (language) => {
  // Made anew by: npm run study -- --pages
  expect(readFileSync(path.join(root, files[language]), 'utf8')).toBe(
    studiesPage(terminalTranslator(root, language), measuredStudies),
  );
});

test.each(studyNames)('%s was measured with its own runs, one reading an expectation', (name) => {
  const { seeds, expectations } = studies[name];
  const measured = measuredStudies[name];
  expect(measured?.outcome).not.toBe('open');
  expect(measured?.seeds).toEqual(seeds);
  expect(measured?.runs).toBe(studyRuns(studies[name]).length);
  expect(measured?.readings.length).toBe(expectations.length);
});

test('what was measured is kept as the format check wants it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'loss-lab-study-'));
  try {
    for (const made of ['docs', 'src/insight/studies'])
      mkdirSync(path.join(folder, made), { recursive: true });
    cpSync(path.join(root, 'l10n'), path.join(folder, 'l10n'), { recursive: true });
    cpSync(path.join(root, '.prettierrc.json'), path.join(folder, '.prettierrc.json'));
    keepMeasured(folder, measuredStudies);
    const file = path.join(folder, 'src/insight/studies/measured.json');
    await formatFile(file);
    const kept = readFileSync(file, 'utf8');
    expect(kept).toBe(readFileSync(path.join(root, 'src/insight/studies/measured.json'), 'utf8'));
    expect(await check(kept, { ...(await resolveConfig(file)), filepath: file })).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the arguments of npm run study', () => {
  const errorsOf = (...args: string[]): string[] =>
    parseStudyArguments(args, 'en').errors.map(terminalTranslator(root, 'en'));

  it('name studies, or mean all', () => {
    expect(parseStudyArguments(['depth', 'calibration'], 'en')).toMatchObject({ names: ['depth', 'calibration'], errors: [] }); // prettier-ignore
    expect(parseStudyArguments(['--all'], 'zh_CN.UTF-8')).toMatchObject({ names: studyNames, language: 'zh-cn' }); // prettier-ignore
    expect(parseStudyArguments(['depth', '--seed', '1-3'], 'en').seeds).toEqual([1, 2, 3]);
  });

  it('say whether what comes out is kept for the docs: of the studies’ own seeds alone', () => {
    const keeps = (...args: string[]): boolean => parseStudyArguments(args, 'en').keep;
    expect([keeps('depth'), keeps('depth', '--keep'), keeps('--all')]).toEqual([false, true, true]);
    expect(errorsOf('depth', '--keep', '--seed', '3')).toEqual(['--seed cannot be given with --keep.']); // prettier-ignore
  });

  it('are refused with the names that there are', () => {
    expect(errorsOf('dpeth')).toEqual([
      `There is no study “dpeth”. There are: ${studyNames.join(', ')}`,
    ]);
    expect(errorsOf()).toEqual([
      `Name a study, or give --all. There are: ${studyNames.join(', ')}`,
    ]);
    expect(errorsOf('--every', 'depth')).toEqual(['--every is not a known option.']);
    expect(errorsOf('--all', '--seed', '3')).toEqual(['--seed cannot be given with --all.']);
  });
});
