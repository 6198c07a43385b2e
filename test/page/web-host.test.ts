import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/run/event.ts';
import { translator } from '../../src/l10n.ts';
import { startWebHost, type WebHost } from './web-host/harness.ts';

let host: WebHost;
beforeAll(async () => void (host = await startWebHost()));
afterAll(() => host.close());

describe('a training of a page that is frozen for a while', () => {
  test.each([
    ['webgl', 8],
    ['wasm', 80],
  ] as const)('on %s goes on as one that was not', async (backend, epochs) => {
    const spec = { dataset: 'random-images', model: 'softmax-regression', epochs, batchSize: 10 };
    const expected = await host.train({ spec, backend });
    const trained = host.train({ spec, backend });
    await host.freezeAt(3, 2000);
    const { events, longestSilence, ended } = await trained;
    expect(longestSilence).toBeGreaterThanOrEqual(1900);
    expect(events[0]).toMatchObject({ type: 'started', setting: { backend } });
    expect(withoutTimes(events)).toEqual(withoutTimes(expected.events));
    expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'completed' });
    expect(ended).toBeNull();
  });
});

describe('a person’s own loss that a browser cannot use', () => {
  const english = translator({}, 'en');
  const module = 'vscode-vfs://github/mine/a loss.mjs';
  const text = `The loss in ${module}`;
  const [given, value] = ['(tf, labels, logits)', 'tf.mean(tf.square(tf.sub(logits, labels)))'];
  const commonJs = `${text} is CommonJS, which a browser cannot run. Write: export default (tf, labels, logits) => …`;
  const imports = `${text} imports a package or another file, which it cannot in a browser. Put all of it into one file; tf is given to it.`;

  const outcomeOf = async (code: string) => {
    const loss = { name: 'own', module };
    const spec = { dataset: 'random-images', model: 'softmax-regression', epochs: 1, loss };
    const { events } = await host.train({ spec, backend: 'wasm', files: { [module]: code } });
    const end = events.at(-1);
    if (end?.type !== 'finished') throw new Error('It did not end');
    return { outcome: end.outcome, reason: end.reason && english(end.reason) };
  };

  test.each([
    ['is CommonJS', `module.exports = ${given} => ${value};`, commonJs],
    ['requires a file', `const { k } = require('./k');\nmodule.exports = k;`, commonJs],
    ['imports a package', `import * as tf from '@tensorflow/tfjs';`, imports],
    ['imports a file', `import { k } from './k.mjs';\nexport default k;`, imports],
    ['imports a module of Node', `import fs from 'node:fs';`, imports],
    ['imports from the network', `import k from 'https://127.0.0.1:9/k.mjs';`, imports],
    [
      'is no JavaScript',
      `export default ${given} => {\n  const x = ;\n};`,
      `${text}: it is no JavaScript (Unexpected token ';'). The editor marks the place.`,
    ],
    [
      'throws when it is loaded',
      `const k = 1;\nthrow new TypeError('a specifier that is odd');`,
      `${text}: it threw “a specifier that is odd” at ${module}:2:7.`,
    ],
    [
      'throws when it is called',
      `export default ${given} => {\n  throw new Error('no');\n};`,
      `${text}: it threw “no” at ${module}:2:9.`,
    ],
    [
      'exports nothing',
      `const loss = ${given} => ${value};`,
      `${text}: its default export is no function. Write: export default (tf, labels, logits) => …`,
    ],
  ])('because it %s', async (_, code, reason) => {
    expect(await outcomeOf(code)).toEqual({ outcome: 'failed', reason });
  });

  test('trains once it is one', async () => {
    const { outcome } = await outcomeOf(`export default ${given} => ${value};`);
    expect(outcome).toBe('completed');
  });
});

/** What does not depend on the clock. */
function withoutTimes(events: readonly RunEvent[]): unknown[] {
  return events.map((event) => ({ ...event, wallTime: 0, imagesPerSecond: 0 }));
}
