// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/**
 * Lays a file that a program wrote out as `npm run format` does, so that it passes the check.
 * @param {string} file
 */
export async function formatFile(file) {
  const config = await resolveConfig(file);
  writeFileSync(file, await format(readFileSync(file, 'utf8'), { ...config, filepath: file }));
}
