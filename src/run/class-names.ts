import { datasets } from '../experiment/datasets/catalogue.ts';
import { message, type Message } from '../l10n.ts';
import type { Run } from './run.ts';

/**
 * The names of a run's classes in their order: those of the catalogue, else what the run keeps of its
 * data, else their numbers. Empty where the classes are not known yet.
 */
export function classNamesOf({ identity, setting }: Run): (string | Message)[] {
  const { name } = identity.spec.dataset;
  if (name !== 'own') return [...datasets[name].classLabels];
  return Array.from(
    { length: setting?.classes ?? 0 },
    (_, k) => setting?.classNames?.[k] ?? message('class {number}', { number: String(k) }),
  );
}
