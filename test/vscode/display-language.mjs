// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * VS Code speaks a language only when a language pack for it is installed. This lays down the
 * smallest one, without a single string of VS Code's own: the workbench stays English, while
 * `vscode.env.language`, package.nls.*.json and the l10n bundles of extensions follow the locale.
 * @param {string | undefined} locale such as `zh-cn`
 * @param {string} userFolder VS Code's user data
 * @returns {string[]} the flags of code-server that choose the language
 */
export function useDisplayLanguage(locale, userFolder) {
  if (!locale) return [];
  const strings = `${userFolder}/${locale}.i18n.json`;
  const extensions = [{ extensionIdentifier: { id: `test.${locale}` }, version: '1.0.0' }];
  const pack = { hash: locale, label: locale, extensions, translations: { vscode: strings } };
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(strings, '{ "contents": {} }');
  writeFileSync(`${userFolder}/languagepacks.json`, JSON.stringify({ [locale]: pack }));
  return ['--locale', locale];
}
