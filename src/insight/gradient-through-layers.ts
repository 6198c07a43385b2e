import { count, loss, message, ratio, type Message } from '../l10n.ts';
import type { LayerStatistics } from '../run/event.ts';
import type { Run } from '../run/run.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';

/** A change by less than this is not called shrinking or growing. */
const noticeable = 2;

/** How much of the output layer's gradient the first layer gets. */
export const gradientThroughLayers: Insight = (runs) => {
  const read = runs.filter((run) => firstStepFlow(run) !== undefined);
  if (read.length === 0) return undefined;
  const { shown, rest } = bestAndWorst(read, (run) => firstStepFlow(run) ?? NaN);
  return {
    id: 'gradient-through-layers',
    title: title(read),
    text: [lead, ...shown.flatMap(sentences), sizeNote],
    rest: rest.flatMap(sentences),
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

/**
 * The same for the root mean square of the elements, norm / √weights: a change that only one of the
 * two shows is the layers' size.
 */
function elementFlow(run: Run): number {
  const sizes = run.setting?.layers.map(({ weights }) => weights) ?? [];
  const [first, output] = [sizes[0] ?? NaN, sizes.at(-1) ?? NaN];
  return (firstStepFlow(run) ?? NaN) * Math.sqrt(output / first);
}

function title(runs: readonly Run[]): Message {
  const flows = runs.flatMap((run) => [firstStepFlow(run) ?? NaN, elementFlow(run)]);
  if (flows.every((value) => value < 1 / noticeable)) {
    return message('The gradient shrinks on its way to the first layer');
  }
  if (flows.every((value) => value > noticeable)) {
    return message('The gradient grows on its way to the first layer');
  }
  return message('The gradient on its way to the first layer');
}

function sentences(run: Run): Message[] {
  const { firstStep } = run.gradients;
  const [first, output] = [firstStep?.[0], firstStep?.at(-1)];
  const quotient = flow(firstStep);
  if (first === undefined || output === undefined || quotient === undefined) return [];
  const atFirst = message('{run}: first layer {first}, output layer {output}, a ratio of {ratio}', {
    run: run.identity.name,
    first: loss(first.norm),
    output: loss(output.norm),
    ratio: ratio(quotient),
  });
  return [withLatest(atFirst, run)];
}

function withLatest(atFirst: Message, { gradients }: Run): Message {
  const epoch = gradients.epoch.at(-1);
  const latest = flow(gradients.layers.flatMap((statistics) => statistics.at(-1) ?? []));
  if (epoch === undefined || latest === undefined)
    return message('{reading}.', { reading: atFirst });
  return message('{reading}; in epoch {epoch} the ratio is {ratio}.', {
    reading: atFirst,
    epoch: count(epoch),
    ratio: ratio(latest),
  });
}
