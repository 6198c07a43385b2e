import { message, ratio, type Message, type MessageArg } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { lastMoment, momentName, type Moment } from './moments.ts';
import { figureIn, type Quantity } from './quantity.ts';

/** More runs than this are left to the table. */
const roomFor = 6;

/** What of a quantity is left at the first layer, run by run: the two figures measured and their ratio. */
export function flowNotes(
  runs: readonly Run[],
  quantity: Quantity,
  moment: Moment | null,
): Message[] {
  if (runs.length > roomFor) return [];
  return runs.flatMap((run) => flowNote(run, quantity, moment ?? lastMoment(run)) ?? []);
}

function flowNote(run: Run, quantity: Quantity, moment: Moment | undefined): Message | undefined {
  const { value } = quantity.of(run);
  const layers = quantity.layers(run);
  const [first, last] = [layers[0], layers.at(-1)];
  if (moment === undefined || first === undefined || last === undefined) return undefined;
  const named = { run: run.identity.name, epoch: momentName(moment) };
  const [start, end] = [value(moment, first), value(moment, last)];
  if (start === undefined || end === undefined) {
    return message('{run} has measured nothing at {epoch}.', named);
  }
  return first === last ? undefined : noteOf(run, quantity, named, [start, end], [first, last]);
}

function noteOf(
  { setting }: Run,
  quantity: Quantity,
  named: Record<string, MessageArg>,
  [start, end]: readonly [number, number],
  [first, last]: readonly [number, number],
): Message {
  const names = setting?.layers.map(({ name }) => name) ?? [];
  const told = {
    ...named,
    first: figureIn(quantity, start),
    last: figureIn(quantity, end),
    firstLayer: names[first] ?? '',
    lastLayer: names[last] ?? '',
  };
  if (last < names.length - 1) {
    return message(
      '{run}, {epoch}: {first} at the first layer, {firstLayer}; {last} at the last hidden layer, {lastLayer}.',
      told,
    );
  }
  const times = start / end;
  return quantity.scale === 'share' || !Number.isFinite(times)
    ? message(
        '{run}, {epoch}: {first} at the first layer, {firstLayer}; {last} at the output, {lastLayer}.',
        told,
      )
    : message(
        '{run}, {epoch}: {first} at the first layer, {firstLayer}; {last} at the output, {lastLayer}; a ratio of {ratio}.',
        { ...told, ratio: ratio(times) },
      );
}
