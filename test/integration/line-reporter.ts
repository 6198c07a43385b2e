import Mocha from 'mocha';

/** Marks the lines of the test run among everything else that an extension host logs. */
const MARK = '[test]';

/** Reports by whole lines through console.log, the one channel that every extension host has. */
export class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let passed = 0;
    let failed = 0;
    runner.on('pass', (test) => {
      passed += 1;
      say(`✓ ${nameOf(test)} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => say(`- ${nameOf(test)}`));
    runner.on('fail', (test, error: Error) => {
      failed += 1;
      say(`✗ ${nameOf(test)}`);
      for (const line of (error.stack ?? error.message).split('\n')) say(`    ${line}`);
    });
    runner.on('end', () => say(`${passed} passed, ${failed} failed`));
  }
}

function nameOf(test: Mocha.Test): string {
  return test.titlePath().join(' › ');
}

function say(line: string): void {
  console.log(`${MARK} ${line}`);
}
