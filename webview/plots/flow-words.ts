import { message, ratio, type Message, type MessageArg } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { lastMoment, momentName, statisticsAt, type Moment } from './moments.ts';
import { figureIn, type Quantity } from './quantities.ts';

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
  if (moment === undefined) return undefined;
  const named = { run: run.identity.name, epoch: momentName(moment) };
  const layers = statisticsAt(run, moment);
  const [first, last] = [layers?.[0], layers?.at(-1)];
  if (first === undefined || last === undefined) {
    return message('{run} has measured nothing at {epoch}.', named);
  }
  if (layers?.length === 1) return undefined;
  const values = [quantity.read(first), quantity.read(last)] as const;
  return noteOf(run, quantity, named, values);
}

function noteOf(
  { setting }: Run,
  quantity: Quantity,
  named: Record<string, MessageArg>,
  [first, last]: readonly [number, number],
): Message {
  const names = setting?.layers.map(({ name }) => name) ?? [];
  const told = {
    ...named,
    first: figureIn(quantity, first),
    last: figureIn(quantity, last),
    firstLayer: names[0] ?? '',
    lastLayer: names.at(-1) ?? '',
  };
  const times = first / last;
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
