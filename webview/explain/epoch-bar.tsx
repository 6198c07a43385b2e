import type { JSX } from 'preact';
import { count, message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { EpochSlider } from '../parts/epoch-slider.tsx';
import { Icon } from '../parts/icon.tsx';
import { epochName } from '../plots/names.ts';
import type { Lens } from './lens.ts';
import { nextEpoch, prefersStillness, usePlay } from './use-play.ts';

/** The epoch that all parts of the lens show: a slider, play and pause, and the way to the newest. */
export function EpochBar({ lens }: { readonly lens: Lens }): JSX.Element | null {
  const { t } = usePage();
  const { epoch, outputs } = lens;
  const { epochs } = outputs;
  if (epochs.length === 0) return null;
  const last = epochs.length - 1;
  const at =
    epoch.value === null
      ? last
      : Math.max(
          0,
          epochs.findLastIndex((each) => each <= (epoch.value ?? 0)),
        );
  const name = t(
    message('epoch {epoch} of {last}', {
      epoch: count(epochs[at] ?? 0),
      last: count(epochs[last] ?? 0),
    }),
  );
  return (
    <div class="moment-slider lens-epoch">
      {prefersStillness() ? <NextButton lens={lens} /> : <PlayButton lens={lens} />}
      <EpochSlider
        count={epochs.length}
        place={at}
        name={name}
        isLatest={epoch.value === null}
        onMove={(place) => epoch.set(epochs[place] ?? null)}
        onLatest={() => epoch.set(null)}
      />
      <Elsewhere lens={lens} shown={epochs[at] ?? 0} />
    </div>
  );
}

function PlayButton({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  const { isPlaying, toggle } = usePlay(lens);
  const name = t(isPlaying ? message('Pause the epochs') : message('Play the epochs'));
  return (
    <button type="button" class="button compact" aria-label={name} title={name} onClick={toggle}>
      <Icon name={isPlaying ? 'pause' : 'resume'} />
    </button>
  );
}

/** Instead of playing: one epoch a press, from the first again after the last. */
function NextButton({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  const name = t(message('Next epoch'));
  const step = (): void => lens.epoch.set(nextEpoch(lens) ?? lens.outputs.epochs[0] ?? null);
  return (
    <button type="button" class="button compact" aria-label={name} title={name} onClick={step}>
      <Icon name="step" />
    </button>
  );
}

/** Runs that have not kept the epoch, and which they show instead. */
function Elsewhere({ lens, shown }: { readonly lens: Lens; readonly shown: number }): JSX.Element {
  const { t } = usePage();
  const others = lens.outputs.of.filter(({ now }) => now !== undefined && now.epoch !== shown);
  return (
    <>
      {others.map(({ run, now }) => (
        <span key={run.identity.id} class="read-at">
          {t(
            message('{run}: {epoch}', {
              run: run.identity.name,
              epoch: epochName(now?.epoch ?? 0),
            }),
          )}
        </span>
      ))}
    </>
  );
}
