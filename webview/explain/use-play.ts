import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lens } from './lens.ts';

/** Milliseconds that an epoch stands. */
const pace = 600;

export interface Play {
  readonly isPlaying: boolean;
  readonly toggle: () => void;
}

/** Goes through the epochs that the runs have kept, each once it has come, and stops at the last. */
export function usePlay(lens: Lens): Play {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef(lens);
  latest.current = lens;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const state = { isGone: false };
    void play(() => latest.current, state).then(() => {
      if (!state.isGone) setPlaying(false);
    });
    return () => (state.isGone = true);
  }, [isPlaying]);
  const toggle = (): void => {
    const { epoch, outputs } = lens;
    if (!isPlaying && nextEpoch(lens) === undefined) epoch.set(outputs.epochs[0] ?? null);
    setPlaying(!isPlaying);
  };
  return { isPlaying, toggle };
}

async function play(lens: () => Lens, state: { readonly isGone: boolean }): Promise<void> {
  for (let next = nextEpoch(lens()); next !== undefined; next = nextEpoch(lens())) {
    await Promise.all([lens().outputs.prefetch(next), stand()]);
    if (state.isGone) return;
    lens().epoch.set(next);
  }
}

const stand = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pace));

/** The one after what is shown; undefined at the end. */
export function nextEpoch({ epoch, outputs: { epochs } }: Lens): number | undefined {
  const { value } = epoch;
  return value === null ? undefined : epochs.find((each) => each > value);
}

/** Where a person wants nothing to move by itself. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
