import { datasetFacts } from '../../experiment/datasets/dataset-spec.ts';
import type { ExperimentContent } from '../../experiment/experiment-text.ts';
import { writtenRuns } from '../../experiment/written-runs.ts';
import { message, type Translator } from '../../l10n.ts';
import { viewTitle } from '../../insight/comparisons.ts';
import type { Run } from '../../run/run.ts';
import { nameWithoutSeed } from '../../run/seed-groups.ts';

/** Runs as the experiment that gives them again: oldest first, as they were started. */
export function contentOf(runs: readonly Run[], t: Translator): ExperimentContent {
  const [first] = runs;
  const named = runs.map(({ identity }) => ({
    name: nameWithoutSeed(identity),
    spec: identity.spec,
  }));
  const on = first && t(datasetFacts(first.identity.spec.dataset).label);
  return { title: t(viewTitle(runs)), ...(on && { description: on }), ...writtenRuns(named) };
}

/** For a file that is begun: the comparison that explains the most, ready to be changed. */
export function newContent(t: Translator): ExperimentContent {
  return {
    title: t(message('Cross-entropy or MSE?')),
    description: t(
      message(
        'The base is what all runs have in common, each variant says what is its own. Hover over a setting to read what it does; Ctrl+Space lists what else can be set.',
      ),
    ),
    base: { dataset: 'fashion-mnist', model: 'mlp', optimizer: 'sgd', epochs: 20 },
    variants: [{ loss: 'cross-entropy' }, { loss: 'mean-squared-error' }],
  };
}
