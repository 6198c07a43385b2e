import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MeasuredStudies } from '../../insight/studies/measured.ts';
import { languages, terminalTranslator } from '../terminal-translator.ts';
import { studiesPage } from './page.ts';

/** Keeps what was measured, and makes the pages of it. */
export function keepMeasured(root: string, measured: MeasuredStudies): void {
  const file = path.join(root, 'src', 'insight', 'studies', 'measured.json');
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
  writePages(root, measured);
}

export function writePages(root: string, measured: MeasuredStudies): void {
  for (const language of languages) {
    const page = language === 'en' ? 'studies.md' : `studies.${language}.md`;
    const text = studiesPage(terminalTranslator(root, language), measured);
    writeFileSync(path.join(root, 'docs', page), text);
  }
}
