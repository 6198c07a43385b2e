import Mocha from 'mocha';
import { LineReporter } from './line-reporter.ts';

const TEST_TIMEOUT_MS = 60_000;

export const mocha = new Mocha({ ui: 'bdd', reporter: LineReporter, timeout: TEST_TIMEOUT_MS });

// Makes describe() and it() globals, which the test files find when they are imported after this.
mocha.suite.emit('pre-require', globalThis, '', mocha);
