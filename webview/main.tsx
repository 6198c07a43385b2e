import 'katex/dist/katex.css';
import './style/base.css';
import './style/panel.css';
import './style/runs.css';
import './style/plots.css';
import './style/heat-map.css';
import './style/live.css';
import './style/explain.css';
import './style/lens.css';
import './style/findings.css';
import './style/study.css';
import './style/data.css';
import './style/verdict.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { oncePerFrame } from './frame.ts';
import { connectHost, reportErrors } from './host.ts';
import { Questions, type Ask } from './questions.ts';
import { readSetup } from './setup.ts';
import { RunsState } from './state.ts';
import { Store } from './stores.ts';
import { PageWorkers } from './workers/page-workers.ts';

const host = connectHost();
reportErrors(host);
const setup = readSetup();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');

const draw = oncePerFrame(() =>
  render(
    <App {...{ setup, host, ask, reportAsked, runs: state.runs, wanted: state.wanted, root }} />,
    root,
  ),
);
const reportAsked = new Store(false);
const questions = new Questions((message) => host.post(message), Date.now());
const ask: Ask = (question) => questions.ask(question);
const state = new RunsState(
  (message) => host.post(message),
  {
    changed: draw,
    answered: (id, answer) => questions.settle(id, answer),
    reportAsked: () => reportAsked.set(true),
  },
  setup.holdsWorkers ? crypto.randomUUID() : undefined,
);
const workers = new PageWorkers((message) => host.post(message));

document.body.classList.add(`view-${setup.view}`);
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  state.receive(data);
  if (setup.holdsWorkers) workers.receive(data);
});
document.addEventListener('visibilitychange', () => document.hidden || state.askAnew());
draw();
state.askAnew();
