import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages, terminalTranslator } from '../terminal-translator.ts';
import { rulesPage } from './page.ts';

/* The other entry of scripts/measure-rules.mjs: built once the figures are there. */

const root = process.cwd();

for (const language of languages) {
  const file = language === 'en' ? 'rules.md' : `rules.${language}.md`;
  writeFileSync(path.join(root, 'docs', file), rulesPage(terminalTranslator(root, language)));
}
