import { message, type Message } from '../l10n.ts';
import type { LayerStatistics } from '../run/event.ts';
import type { Run } from '../run/run.ts';
import { seedGroups, type SeedGroup } from '../run/seed-groups.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';
import { meanOver, spanOf, subjectOf } from './over-seeds.ts';

/** A change by less than this is not called shrinking or growing. */
const noticeable = 2;

/** How much of the output layer's gradient the first layer gets. */
export const gradientThroughLayers: Insight = (runs) => {
  const read = runs.filter((run) => firstStepFlow(run) !== undefined);
  if (read.length === 0) return undefined;
  const groups = seedGroups(read);
  const { shown, rest } = bestAndWorst(groups, (group) => meanOver(group, firstFlow));
  return {
    id: 'gradient-through-layers',
    title: title(read),
    text: [lead, ...shown.map(sentence), sizeNote],
    rest: rest.map(sentence),
    readAt: message('step 1 and the last epoch measured'),
  };
};

const lead = message('Gradient norm at step 1:');

const sizeNote = message(
  'A norm is over all weights of a layer, so layers of different size differ by that too.',
);

/** Norm of the first layer's gradient / norm of the output layer's; undefined with one layer. */
export function flow(layers: readonly LayerStatistics[] | undefined): number | undefined {
  const [first, ...others] = layers ?? [];
  const output = others.at(-1);
  if (first === undefined || output === undefined || !(output.norm > 0)) return undefined;
  const quotient = first.norm / output.norm;
  return Number.isFinite(quotient) ? quotient : undefined;
}

function firstStepFlow(run: Run): number | undefined {
  return flow(run.gradients.firstStep);
}

const firstFlow = (run: Run): number => firstStepFlow(run) ?? NaN;

/**
 * The same for the root mean square of the elements, norm / √weights: a change that only one of the
 * two shows is the layers' size.
 */
function elementFlow(run: Run): number {
  const sizes = run.setting?.layers.map(({ weights }) => weights) ?? [];
  const [first, output] = [sizes[0] ?? NaN, sizes.at(-1) ?? NaN];
  return firstFlow(run) * Math.sqrt(output / first);
}

function title(runs: readonly Run[]): Message {
  const flows = runs.flatMap((run) => [firstFlow(run), elementFlow(run)]);
  if (flows.every((value) => value < 1 / noticeable)) {
    return message('The gradient shrinks on its way to the first layer');
  }
  if (flows.every((value) => value > noticeable)) {
    return message('The gradient grows on its way to the first layer');
  }
  return message('The gradient on its way to the first layer');
}

function sentence(group: SeedGroup): Message {
  const { runs } = group;
  const norms = (layer: 0 | -1): number[] => runs.map(({ gradients }) => gradients.firstStep?.at(layer)?.norm ?? NaN);
  const atFirst = message('{run}: first layer {first}, output layer {output}, a ratio of {ratio}', {
    run: subjectOf(group),
    first: spanOf(norms(0), 'loss'),
    output: spanOf(norms(-1), 'loss'),
    ratio: spanOf(runs.map(firstFlow), 'ratio'),
  });
  return withLatest(atFirst, runs);
} // prettier-ignore

function withLatest(reading: Message, runs: readonly Run[]): Message {
  const latest = runs.flatMap(({ gradients }) => {
    const epoch = gradients.epoch.at(-1);
    const ratio = flow(gradients.layers.flatMap((statistics) => statistics.at(-1) ?? []));
    return epoch === undefined || ratio === undefined ? [] : [{ epoch, ratio }];
  });
  if (latest.length === 0) return message('{reading}.', { reading });
  return message('{reading}; in epoch {epoch} the ratio is {ratio}.', {
    reading,
    epoch: spanOf(latest.map(({ epoch }) => epoch), 'count'),
    ratio: spanOf(latest.map(({ ratio }) => ratio), 'ratio'),
  });
} // prettier-ignore
