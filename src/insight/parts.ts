import { message, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';

/** Runs that are looked at together, because they were started for the same reason. */
export interface Part {
  readonly kind: PartKind;
  /** What a list of what they show is called. */
  readonly title: Message;
  /** At least one. */
  readonly runs: readonly Run[];
}

type PartKind = 'fair' | 'study' | 'own' | 'sweep';

/** In the order in which a reader meets them: what was found out before what led to it. */
const kinds: readonly PartKind[] = ['fair', 'study', 'own', 'sweep'];

/** The runs apart by what they are for. A remedy's trial belongs beside the run it is for. */
export function partsOf(runs: readonly Run[]): Part[] {
  const parts = kinds.flatMap((kind) => {
    const own = runs.filter((run) => kindOf(run) === kind);
    return own.length === 0 ? [] : [{ kind, title: titles[kind], runs: own }];
  });
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0 || only.kind === 'sweep') return parts;
  return [{ ...only, title: runs.length === 1 ? ofOne : ofAll }];
}

function kindOf({ identity }: Run): PartKind {
  const kind = identity.purpose?.kind;
  return kind === undefined || kind === 'remedy' ? 'own' : kind;
}

const ofOne = message('What this run shows');
const ofAll = message('What these runs show');

const titles: Record<PartKind, Message> = {
  fair: message('What the final runs show'),
  study: message('What the runs of the study show'),
  own: message('What the other runs show'),
  sweep: message('What the sweep shows'),
};
