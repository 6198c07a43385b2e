import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import { lossLabel, modelLabel, optimizerLabel } from '../../src/experiment/names.ts';
import { count, message, type Message, type Translator } from '../../src/l10n.ts';
import { stateLabel } from '../../src/run/labels.ts';
import type { Run } from '../../src/run/run.ts';
import { escapeXml } from './escape-xml.ts';
import { cell, table } from './report-table.ts';

/** What a reader compares first; the whole of a spec stands under the table. */
const settings: readonly [Message, (run: Run) => Message][] = [
  [message('Loss'), ({ identity }) => lossLabel(identity.spec.loss)],
  [message('Data'), ({ identity }) => datasetFacts(identity.spec.dataset).label],
  [message('Model'), ({ identity }) => modelLabel(identity.spec.model)],
  [message('Optimizer'), ({ identity }) => optimizerLabel(identity.spec.optimizer)],
  [message('Batch size'), ({ identity }) => number(identity.spec.batchSize)],
  [message('Epochs'), ({ identity }) => number(identity.spec.epochs)],
  [message('Seed'), ({ identity }) => message('{seed}', { seed: String(identity.spec.seed) })],
  [message('State'), stateLabel],
];

function number(value: number): Message {
  return message('{count}', { count: count(value) });
}

/** A run that somebody gave no name still has to be told from the others. */
function nameOf({ identity: { name, id } }: Run): string {
  return name.trim() === '' ? id : name;
}

/** A column a setting, a row a run, and every detail of it to unfold. */
export function settingsTable(runs: readonly Run[], t: Translator): string {
  const head = [message('Run'), ...settings.map(([name]) => name)].map(t);
  const rows = runs.map((run) => [
    cell(nameOf(run)),
    ...settings.map(([, read]) => cell(t(read(run)))),
  ]);
  const specs = runs.map((run) => {
    const text = JSON.stringify(run.identity.spec, null, 2);
    return `<h3>${cell(nameOf(run))}</h3>\n<pre tabindex="0">${escapeXml(text)}</pre>`;
  });
  const summary = escapeXml(t(message('All settings of each run')));
  return `${table(message('Settings'), head, rows, t)}
<details><summary>${summary}</summary>
${specs.join('\n')}
</details>`;
}
