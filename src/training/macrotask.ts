/**
 * Lets the event loop turn once, so that messages arrive between two batches. A promise alone would
 * not: microtasks run before any message. setTimeout would: 1 ms in Node, 4 ms nested in a browser.
 */
export const macrotask: () => Promise<void> =
  typeof setImmediate === 'function' ? byImmediate : byMessage();

function byImmediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function byMessage(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
