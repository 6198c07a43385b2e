// @ts-check
/**
 * npm test: format, lint with the import law, types, unit tests, integration tests inside a real
 * extension host, and end-to-end tests of the packaged .vsix. Goes on after a failure, so that one
 * run shows all of them, and ends with the line `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

mkdirSync('out', { recursive: true });

/** @type {Count} */
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const failures = [];

// Each has one processor; side by side they have two.
await Promise.all([
  step('lint', () => check('npx', ['eslint', '.'])),
  step('format', () => check('npx', ['prettier', '--check', '--log-level', 'warn', '.'])).then(() =>
    step('types', () => check('npm', ['run', '--silent', 'types'])),
  ),
]);
await step('build', () => check('node', ['esbuild.mjs', '--tests']));
await step('unit', () => vitest('out/unit.json', []));
await step('integration', () => integration());
await step('package', () => check('npm', ['run', '--silent', 'package']));
await step('end to end', () => vitest('out/e2e.json', ['--config', 'vitest.e2e.config.mts']));

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * @param {string} name
 * @param {() => Promise<Count>} run
 */
async function step(name, run) {
  const start = Date.now();
  console.log(`\n── ${name}`);
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  console.log(
    `── ${name}: ${failed === 0 ? 'ok' : `${failed} FAILED`} (${passed} passed, ${seconds} s)`,
  );
}

/**
 * A command that passes or fails as a whole.
 * @param {string} command
 * @param {string[]} args
 */
async function check(command, args) {
  const { code } = await run(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @param {string} report where vitest writes its JSON report
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function vitest(report, args) {
  rmSync(report, { force: true });
  const { code } = await run('npx', [
    'vitest',
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const {
    numPassedTests: passed,
    numFailedTests,
    numTotalTests,
  } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that could not be loaded fails without a failed test; a skipped test is not a passed one.
  const failed = Math.max(numFailedTests, numTotalTests - passed, code === 0 ? 0 : 1);
  return { passed, failed };
}

/** @returns {Promise<Count>} */
async function integration() {
  const { code, output } = await run('node', ['test/vscode/integration.mjs']);
  const counts = [...output.matchAll(/^(?:\[test\] )?(\d+) passed, (\d+) failed$/gm)];
  const sum = (/** @type {number} */ column) =>
    counts.reduce((total, match) => total + Number(match[column]), 0);
  // Each of the two hosts says how many.
  const isWhole = code === 0 && counts.length === 2;
  return { passed: sum(1), failed: Math.max(sum(2), isWhole ? 0 : 1) };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
