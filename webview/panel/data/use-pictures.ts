import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../../src/l10n.ts';
import { mostAsked } from '../../../src/question.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import type { Ask } from '../../questions.ts';
import { unpackPictures, type Picture } from './picture.ts';

/** More than anybody scrolls through; then they are asked for anew. */
const mostKept = 2000;

export interface ShownPictures {
  /** In their order: what was wanted last and has come whole, so that nothing flickers meanwhile. */
  readonly places: readonly number[];
  readonly pictures: ReadonlyMap<number, Picture>;
  /** Why there are none. */
  readonly refusal: Message | undefined;
}

const nothing: ShownPictures = { places: [], pictures: new Map(), refusal: undefined };

/** Validation images of a run, each asked for once. @param key of the data set that they are of */
export function usePictures(run: Run, key: string, wanted: readonly number[]): ShownPictures {
  const { ask } = usePage();
  const kept = useRef({ key, pictures: new Map<number, Picture>() });
  const [shown, setShown] = useState({ key, ...nothing });
  useEffect(() => {
    let isGone = false;
    if (kept.current.key !== key || kept.current.pictures.size > mostKept)
      kept.current = { key, pictures: new Map() };
    const { pictures } = kept.current;
    void fetchMissing(ask, run, wanted, pictures).then((refusal) => {
      if (!isGone) setShown({ key, places: refusal ? [] : wanted, pictures, refusal });
    });
    return () => (isGone = true);
  }, [key, wanted.join(), run.setting !== undefined]);
  return shown.key === key ? shown : nothing;
}

/** Gives why they cannot be had, if so. */
async function fetchMissing(
  ask: Ask,
  run: Run,
  wanted: readonly number[],
  pictures: Map<number, Picture>,
): Promise<Message | undefined> {
  const missing = wanted.filter((place) => !pictures.has(place));
  for (let from = 0; from < missing.length; from += mostAsked) {
    const images = missing.slice(from, from + mostAsked);
    const answer = await ask({ type: 'examples', runId: run.identity.id, images });
    if (answer.type === 'refused') return answer.reason;
    if (answer.type !== 'examples') continue;
    unpackPictures(answer.pictures).forEach((picture, i) => pictures.set(images[i] ?? -1, picture));
  }
  return undefined;
}
