// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes the licence texts of every package that a bundle contains, as those licences ask for.
 * @param {Iterable<string>} inputs files that went into bundles, as esbuild's metafile names them
 * @param {string} output
 */
export function writeLicences(inputs, output) {
  const packages = [...new Set([...inputs].flatMap(packageOf))].sort();
  writeFileSync(output, packages.map(notice).join('\n'));
}

/** "node_modules/@scope/name/x.js" → "node_modules/@scope/name". @param {string} file */
function packageOf(file) {
  // What a package leaves out in a browser.
  if (file.startsWith('(disabled):')) return [];
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.slice(0, 1) ?? [];
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n${'='.repeat(80)}\n\n${licenceText(folder, license).trim()}\n`;
}

/** @param {string} folder @param {string} license */
function licenceText(folder, license) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file) return readFileSync(path.join(folder, file), 'utf8');
  // The tfjs packages carry no text, and seedrandom's stands at the head of its source.
  if (license === 'Apache-2.0') return readFileSync('node_modules/typescript/LICENSE.txt', 'utf8');
  const head = /\/\*([^]*?)\*\//.exec(
    readFileSync(path.join(folder, 'seedrandom.js'), 'utf8'),
  )?.[1];
  if (head) return head;
  throw new Error(`${folder} has no licence text`);
}
