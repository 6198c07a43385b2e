import { useEffect, useState } from 'preact/hooks';
import type { Message } from '../../../src/l10n.ts';
import { mostAsked, type Answer } from '../../../src/question.ts';
import { isActive, type Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import type { Ask } from '../../questions.ts';
import { epochVersion } from '../shown.ts';
import { unpackPredictions, type Predicted } from './predicted.ts';
import { useSettled } from './use-settled.ts';

/** A checkpoint is kept every 5 s; looking for a new one takes a tenth of a second of the processor. */
const interval = 10_000;

/** Of one run. */
export interface RunPredictions {
  readonly images: ReadonlyMap<number, Predicted>;
  /** Why there are none. */
  readonly refusal: Message | undefined;
}

export type Predictions = ReadonlyMap<string, RunPredictions>;

/** What each run's last checkpoint makes of some validation images; what was known stays until better comes. */
export function usePredictions(runs: readonly Run[], places: readonly number[]): Predictions {
  const { ask } = usePage();
  const [known, setKnown] = useState<Predictions>(new Map());
  const version = useSettled(epochVersion(runs), interval);
  useEffect(() => {
    const asking = { isGone: false };
    const take = (run: Run, images: readonly number[], answer: Answer): void => {
      if (!asking.isGone) setKnown((last) => taken(last, run, images, answer));
    };
    if (places.length > 0) void askAll(ask, runs, places, asking, take);
    return () => (asking.isGone = true);
  }, [places.join(), version]);
  return known;
}

type Take = (run: Run, images: readonly number[], answer: Answer) => void;

/** One run after the other, as the host answers them. */
async function askAll(
  ask: Ask,
  runs: readonly Run[],
  places: readonly number[],
  asking: { readonly isGone: boolean },
  take: Take,
): Promise<void> {
  for (const run of runs.filter(({ setting }) => setting))
    for (let from = 0; from < places.length && !asking.isGone; from += mostAsked) {
      const images = places.slice(from, from + mostAsked);
      take(run, images, await ask({ type: 'predictions', runId: run.identity.id, images }));
    }
}

function taken(
  last: Predictions,
  { identity, state }: Run,
  places: readonly number[],
  answer: Answer,
): Predictions {
  const known = last.get(identity.id)?.images ?? new Map<number, Predicted>();
  if (answer.type === 'refused') {
    // A run that trains may have one soon; what is known of it is still true of its epoch.
    const images = isActive(state) ? known : new Map<number, Predicted>();
    return new Map(last).set(identity.id, { images, refusal: answer.reason });
  }
  if (answer.type !== 'predictions') return last;
  const images = new Map(known);
  unpackPredictions(answer).forEach((predicted, i) => images.set(places[i] ?? -1, predicted));
  return new Map(last).set(identity.id, { images, refusal: undefined });
}
