import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import { lossLabel, modelLabel, optimizerLabel } from '../../src/experiment/names.ts';
import type { ExperimentSpec } from '../../src/experiment/spec.ts';
import { count, message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';

/** The parts of a spec as a person reads them, in the order of a subtitle. */
const parts: readonly ((spec: ExperimentSpec) => Message)[] = [
  ({ dataset }) => datasetFacts(dataset).label,
  ({ model }) => modelLabel(model),
  ({ optimizer }) => optimizerLabel(optimizer),
  ({ batchSize }) => message('batch {size}', { size: count(batchSize) }),
  ({ epochs }) => message('epochs {epochs}', { epochs: count(epochs) }),
  ({ seed }) => message('seed {seed}', { seed: String(seed) }),
];

/** What all runs share, for the subtitle. */
export function commonParts(runs: readonly Run[]): Message[] {
  const [first] = runs;
  if (first === undefined) return [];
  return parts.filter((part) => isCommon(part, runs)).map((part) => part(first.identity.spec));
}

/** What a run has for itself, for the legend; its loss too where its name does not say it. */
export function ownParts(run: Run, runs: readonly Run[]): Message[] {
  const { name, spec } = run.identity;
  const own = parts.filter((part) => !isCommon(part, runs)).map((part) => part(spec));
  const loss = lossLabel(spec.loss);
  const isNamed = runs.length > 1 || name === loss.text;
  return isNamed ? own : [loss, ...own];
}

function isCommon(part: (typeof parts)[number], runs: readonly Run[]): boolean {
  return new Set(runs.map((run) => JSON.stringify(part(run.identity.spec)))).size === 1;
}
