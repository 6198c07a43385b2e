// @ts-check
/**
 * npm run bench [-- NAME …]: runs bench/NAME.bench.mjs, or all of them, one after the other; --verify
 * is the bench of that name alone.
 */
import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';

const suffix = '.bench.mjs';
const files = await readdir(new URL('.', import.meta.url));
const known = files
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort();
const asked = process.argv.slice(2).map((name) => (name === '--verify' ? 'verify' : name));
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exitCode = 2;
} else {
  console.log(`Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model}`);
  for (const name of asked.length > 0 ? asked : known) {
    const { title, run } = await import(`./${name}${suffix}`);
    console.log(`\n${title}`);
    await run();
  }
}
