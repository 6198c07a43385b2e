import { losses } from '../../experiment/losses/catalogue.ts';
import type { LossSpec } from '../../experiment/losses/loss-spec.ts';
import type { OwnLoss } from '../own-loss.ts';
import { ImageObjective } from './image-objective.ts';
import { LabelObjective } from './label-objective.ts';
import { ModuleObjective } from './module-objective.ts';
import type { Objective, ObjectiveData } from './objective.ts';

/** @param own the loss of the spec's module, if it names one */
export function objectiveOf(spec: LossSpec, data: ObjectiveData, own?: OwnLoss): Objective {
  const { name } = spec;
  if (name === 'own') {
    if (!own) throw new Error('A module that is not told');
    return new ModuleObjective(spec, own, data);
  }
  if (own) throw new Error('A module that the spec does not name');
  const loss = losses[name];
  return loss.scope === 'label'
    ? new LabelObjective(spec, name, loss, data)
    : new ImageObjective(spec, loss, data);
}
