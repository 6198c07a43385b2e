import { readFileSync } from 'node:fs';
import path from 'node:path';
import { translator, type Bundle, type Translator } from '../l10n.ts';

export const languages = ['en', 'zh-cn'] as const;
export type Language = (typeof languages)[number];

/** The language of an environment's locale, such as "zh_CN.UTF-8"; English for all that we lack. */
export function languageOf(locale: string): Language {
  return /^zh/i.test(locale) ? 'zh-cn' : 'en';
}

export function terminalTranslator(root: string, language: Language): Translator {
  return translator(language === 'en' ? {} : readBundle(root, language), language);
}

function readBundle(root: string, language: Language): Bundle {
  const file = path.join(root, 'l10n', `bundle.l10n.${language}.json`);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isBundle(content)) throw new Error(`${file} does not map texts to texts`);
  return content;
}

function isBundle(value: unknown): value is Bundle {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
