// @ts-check
/** Runs inside the extension host: how long the extension takes to load and to activate. */
const vscode = require('vscode');

exports.run = async () => {
  const extension = vscode.extensions.getExtension('loss-lab.loss-lab');
  if (!extension) throw new Error('loss-lab.loss-lab is not there');
  const wasActive = extension.isActive;
  const start = performance.now();
  await extension.activate();
  const took = performance.now() - start;
  console.log(`[test] ${wasActive ? 'was active already' : `${took.toFixed(0)} ms`}`);
};
