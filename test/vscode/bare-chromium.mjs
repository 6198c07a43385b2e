// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseFlags, findChromium } from './chromium.mjs';

/**
 * A page in a Chromium that is spoken to by its own protocol, over a pipe. Playwright keeps every page in the
 * foreground, where none is ever frozen.
 * @param {string} url @param {readonly string[]} [flags]
 */
export async function openBarePage(url, flags = []) {
  const userData = mkdtempSync(join(tmpdir(), 'chromium-'));
  const own = ['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${userData}`];
  const chromium = spawn(findChromium(), [...baseFlags, ...own, ...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , input, output] = chromium.stdio;
  const send = speakOver(
    /** @type {import('node:stream').Writable} */ (input),
    /** @type {import('node:stream').Readable} */ (output),
  );
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await send('Page.navigate', { url }, sessionId);
  return {
    /**
     * Calls a function in the page, with an argument that JSON can hold.
     * @template A, T @param {(argument: A) => T} act @param {A} argument @returns {Promise<Awaited<T>>}
     */
    evaluate: async (act, argument) => {
      const expression = `(${act})(${JSON.stringify(argument)})`;
      const how = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send('Runtime.evaluate', how, sessionId);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
    /** @param {'frozen' | 'active'} state what becomes of a page that was hidden for long, or is looked at again */
    setState: async (state) => {
      await send('Page.setWebLifecycleState', { state }, sessionId);
    },
    close: async () => {
      const ended = once(chromium, 'exit');
      await send('Browser.close');
      await ended;
      rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Messages are JSON with a zero behind each; an answer has the id of its question.
 * @param {import('node:stream').Writable} input @param {import('node:stream').Readable} output
 */
function speakOver(input, output) {
  let [asked, rest] = [0, ''];
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  output.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages.map((each) => JSON.parse(each))) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });
  /** @param {string} method @param {object} [params] @param {string} [sessionId] @returns {Promise<any>} */
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      waiting.set(id, ({ error, result }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}
