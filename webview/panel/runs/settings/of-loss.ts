import { losses } from '../../../../src/experiment/losses/catalogue.ts';
import { lossLabel, reductionLabel } from '../../../../src/experiment/names.ts';
import type { LossSpec } from '../../../../src/experiment/losses/loss-spec.ts';
import type { Loss } from '../../../../src/experiment/losses/loss.ts';
import { message, type Message } from '../../../../src/l10n.ts';
import { plain, type Setting } from './setting.ts';

export const ofLoss: readonly Setting[] = [
  {
    id: 'loss',
    label: message('loss'),
    of: ({ loss }) => (loss.module === null ? losses[loss.name].label : lossLabel(loss)),
  },
  {
    id: 'reduction',
    label: message('over classes'),
    of: ({ loss }) => reductionLabel(loss.reduction),
    among: ({ loss }) => loss.name,
  },
  {
    id: 'batch-reduction',
    label: message('over the batch'),
    of: ({ loss }) => reductionLabel(loss.batch),
  },
  {
    id: 'parameters',
    label: message('parameters of the loss'),
    of: ({ loss }) => parametersOf(loss),
    among: ({ loss }) => loss.name,
  },
  {
    id: 'class-weights',
    label: message('class weights'),
    of: ({ loss: { classWeights } }) => {
      if (classWeights === 'equal') return message('equal');
      return classWeights === 'balanced' ? message('balanced') : plain(classWeights.join(', '));
    },
  },
];

/** "γ = 2, α = 0.25" */
function parametersOf({ name, parameters }: LossSpec): Message | undefined {
  const known: Loss['parameters'] = losses[name].parameters;
  const told = Object.entries(parameters).map(
    ([each, value]) => `${known[each]?.symbol ?? each} = ${value}`,
  );
  return told.length === 0 ? undefined : plain(told.join(', '));
}
