import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '../../../src/cli/catalogue.ts';
import { languages, terminalTranslator } from '../../../src/cli/terminal-translator.ts';

const root = path.resolve('.');
const files = { en: 'docs/catalogue.md', 'zh-cn': 'docs/catalogue.zh-cn.md' } as const;

test.each(languages)('the page in docs/ says what the catalogues hold, in %s', (language) => {
  const page = readFileSync(path.join(root, files[language]), 'utf8');
  // Made anew by: npm run train -- --catalogue --lang … > the file
  expect(page).toBe(catalogue(terminalTranslator(root, language)));
});

test('no formula and no sentence of it is empty', () => {
  for (const language of languages) {
    const page = catalogue(terminalTranslator(root, language));
    expect(page).not.toMatch(/undefined|NaN|^\${4}$|· $/m);
  }
});
