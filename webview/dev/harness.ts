import type { FromPage } from '../../src/protocol.ts';
import { encodeJson } from '../../src/run/json.ts';
import { applyEvent } from '../../src/run/reduce.ts';
import { answerOf } from './examples.ts';
import { scenarios } from './scenarios.ts';
import { identity, simulate } from './simulate.ts';
import { themes } from './themes.ts';

/* Stands in for VS Code: the theme's variables, acquireVsCodeApi and a host with invented runs. */

const parameters = new URLSearchParams(location.search);
const theme = themes[parameters.get('theme') ?? 'dark'];
if (theme === undefined) throw new Error('No such theme.');
document.body.className = theme.bodyClass;
document.body.style.margin = '0';
const isLive = document.getElementById('setup')?.textContent.includes('"live"');
document.documentElement.style.background =
  theme.variables[isLive ? 'sideBar-background' : 'editor-background'] ?? '';
for (const [name, value] of Object.entries(theme.variables)) {
  document.documentElement.style.setProperty(`--vscode-${name}`, value);
}

const runs = scenarios[parameters.get('scenario') ?? 'two']?.() ?? [];
let kept: unknown = JSON.parse(parameters.get('choices') ?? 'null');
const posted: FromPage[] = [];
let sequence = 0;

function send(message: unknown): void {
  window.postMessage(encodeJson(message));
}

Object.assign(window, {
  posted,
  kept: () => kept,
  acquireVsCodeApi: () => ({
    getState: () => kept,
    setState: (state: unknown) => (kept = state),
    postMessage: (message: FromPage) => {
      posted.push(message);
      if (message.type === 'ready') send({ type: 'snapshot', sequence, runs });
      if (message.type === 'ask')
        send({ type: 'answer', id: message.id, answer: answerOf(runs, message.question) });
    },
  }),
});

/** With ?stream, the first run goes on, ten messages a second. */
if (parameters.has('stream')) {
  const events = simulate(identity(0, {}), 30, 0.9);
  const [run] = runs;
  setInterval(() => {
    const changes = Array.from({ length: 33 }, () => events.next().value).flatMap((event) =>
      event === undefined || run === undefined ? [] : [{ runId: run.identity.id, event }],
    );
    for (const { event } of changes) if (run !== undefined) applyEvent(run, event);
    sequence += changes.length;
    send({ type: 'changes', sequence, changes });
  }, 100);
}
