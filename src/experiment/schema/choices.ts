import { message, type Message } from '../../l10n.ts';
import { datasets } from '../datasets/catalogue.ts';
import { losses } from '../losses/catalogue.ts';
import { models } from '../models/catalogue.ts';
import { activationNames, initializerNames } from '../models/net.ts';
import { activationLabel, initializerLabel, reductionLabel } from '../names.ts';
import { optimizers } from '../optimizers/catalogue.ts';
import { schedules } from '../schedules/catalogue.ts';

/** What can be chosen by name, with what is said of each. */
type Choices = Readonly<Record<string, Message>>;

interface Entry {
  readonly label: Message;
  readonly use: Message;
}

const catalogues: readonly Choices[] = [
  { ...ofCatalogue(datasets), own: message('Images of yours, which “own” describes.') },
  ofCatalogue(models),
  ofCatalogue(losses),
  ofCatalogue(optimizers),
  ofCatalogue(schedules),
  Object.fromEntries(activationNames.map((name) => [name, activationLabel(name)])),
  Object.fromEntries(initializerNames.map((name) => [name, initializerLabel(name)])),
  {
    mean: reductionLabel('mean'),
    sum: reductionLabel('sum'),
    'half-sum': reductionLabel('half-sum'),
  },
];

function ofCatalogue(catalogue: Readonly<Record<string, Entry>>): Choices {
  return Object.fromEntries(
    Object.entries(catalogue).map(([name, { label, use }]) => [
      name,
      message('{label}. {use}', { label, use }),
    ]),
  );
}

/** What is said of each of these names, if all of them are of one catalogue. */
export function saidOf(names: readonly unknown[]): Message[] | undefined {
  const known = catalogues.find((each) => names.every((name) => Object.hasOwn(each, String(name))));
  return known && names.flatMap((name) => known[String(name)] ?? []);
}
