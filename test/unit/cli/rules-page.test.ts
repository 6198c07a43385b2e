import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coverage } from '../../../src/cli/rules/coverage.ts';
import { healthy } from '../../../src/cli/rules/healthy.ts';
import { rulesPage } from '../../../src/cli/rules/page.ts';
import { planted } from '../../../src/cli/rules/planted.ts';
import { measuredSeeds, suite } from '../../../src/cli/rules/suite.ts';
import { languages, terminalTranslator } from '../../../src/cli/terminal-translator.ts';
import { parseSpec } from '../../../src/experiment/parse-spec.ts';
import { ruleNames } from '../../../src/insight/rules/catalogue.ts';
import { measured } from '../../../src/insight/rules/measured.ts';

const root = path.resolve('.');
const files = { en: 'docs/rules.md', 'zh-cn': 'docs/rules.zh-cn.md' } as const;

test.each(languages)('the page of rules says what was measured, in %s', (language) => {
  // Made anew by: node scripts/measure-rules.mjs --pages
  expect(readFileSync(path.join(root, files[language]), 'utf8')).toBe(
    rulesPage(terminalTranslator(root, language)),
  );
});

test('each rule answers to something that goes wrong', () => {
  expect(new Set(coverage.flatMap(([, by]) => by))).toEqual(new Set(ruleNames));
});

test('the trainings that measure the rules can all be trained, and each rule has faults to find', () => {
  const all = suite(measuredSeeds, root);
  for (const { spec } of all) expect(parseSpec(spec), JSON.stringify(spec)).toMatchObject({ ok: true }); // prettier-ignore
  for (const rule of ruleNames) {
    const faulty = all.filter(({ faults }) => faults.includes(rule));
    expect(measured[rule].planted).toBe(faulty.length);
    expect(measured[rule].healthy).toBe(all.filter(({ faults }) => faults.length === 0).length);
  }
  expect(healthy.length).toBeGreaterThanOrEqual(30);
  expect(planted((file) => file).length).toBeGreaterThanOrEqual(30);
});
