import 'katex/dist/katex.css';
import './style/base.css';
import './style/panel.css';
import './style/plots.css';
import './style/heat-map.css';
import './style/live.css';
import './style/explain.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { oncePerFrame } from './frame.ts';
import { connectHost, reportErrors } from './host.ts';
import { readSetup } from './setup.ts';
import { RunsState } from './state.ts';

const host = connectHost();
reportErrors(host);
const setup = readSetup();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');

const draw = oncePerFrame(() =>
  render(<App setup={setup} host={host} runs={state.runs} root={root} />, root),
);
const state = new RunsState((message) => host.post(message), draw);

document.body.classList.add(`view-${setup.view}`);
window.addEventListener('message', (event: MessageEvent<unknown>) => state.receive(event.data));
document.addEventListener('visibilitychange', () => document.hidden || state.askAnew());
draw();
state.askAnew();
