import { count, message } from '../../../../src/l10n.ts';
import { plain, type Setting } from './setting.ts';

export const ofTraining: readonly Setting[] = [
  { id: 'batch-size', label: message('batch size'), of: ({ batchSize }) => count(batchSize) },
  { id: 'epochs', label: message('planned epochs'), of: ({ epochs }) => count(epochs) },
  {
    id: 'early-stopping',
    label: message('early stopping'),
    of: ({ earlyStopping: stop }) =>
      stop === null
        ? message('none')
        : message('patience {patience}', { patience: count(stop.patience) }),
  },
  { id: 'seed', label: message('seed'), of: ({ seed }) => plain(String(seed)) },
];
