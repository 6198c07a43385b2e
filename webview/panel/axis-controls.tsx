import type { JSX } from 'preact';
import { message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { SeedStyle, XAxis, YScale } from '../choices.ts';
import { usePage } from '../context.ts';
import { Segmented } from '../parts/segmented.tsx';

const xLabels: Record<XAxis, Message> = {
  step: message('Step'),
  epoch: message('Epoch'),
  time: message('Time'),
  clock: message('Clock'),
};

const yLabels: Record<YScale, Message> = {
  linear: message('Linear'),
  log: message('Log'),
  symlog: message('± Log'),
};

const seedLabels: Record<SeedStyle, Message> = {
  deviation: message('Mean ± deviation'),
  range: message('Mean, min–max'),
  each: message('Each seed'),
};

/** What x is, how the losses are spread over y, how smooth the lines are. */
export function AxisControls({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  const { choices, choose } = usePage();
  const hasSeeds = runs.some(({ identity }) => identity.group !== undefined);
  return (
    <div class="axis-controls">
      <Smoothing />
      {hasSeeds && (
        <Segmented
          name="seeds"
          label={message('Seeds of one experiment')}
          options={seedLabels}
          chosen={choices.seeds}
          onChoose={(seeds) => choose({ seeds })}
        />
      )}
      <AllValues />
      <Segmented
        name="x-axis"
        label={message('Horizontal axis')}
        options={xLabels}
        chosen={choices.x}
        onChoose={(x) => choose({ x })}
      />
      <Segmented
        name="y-scale"
        label={message('Scale of the losses')}
        options={yLabels}
        chosen={choices.y}
        onChoose={(y) => choose({ y })}
      />
    </div>
  );
}

/** The weights that a slider steps through: the differences that matter lie near 1. */
const weights = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9995, 0.9999, 0.99999];

function Smoothing(): JSX.Element {
  const { t, choices, choose } = usePage();
  const place = weights.findLastIndex((weight) => weight <= choices.smoothing);
  const told = choices.smoothing === 0 ? t(message('none')) : t.figure(choices.smoothing, 'loss');
  return (
    <label
      class="smoothing"
      title={t(
        message(
          'Debiased moving average: each optimizer step back counts this many times as much as the next. The line itself stays under it, faint.',
        ),
      )}
    >
      <span>{t(message('Smoothing'))}</span>
      <input
        type="range"
        min={0}
        max={weights.length - 1}
        step={1}
        value={place}
        aria-valuetext={told}
        onInput={({ currentTarget }) =>
          choose({ smoothing: weights[Number(currentTarget.value)] ?? 0 })
        }
      />
      <output>{told}</output>
    </label>
  );
}

function AllValues(): JSX.Element {
  const { t, choices, choose } = usePage();
  const isChosen = choices.outliers === 'shown';
  const meaning = message(
    'Makes room on the axes for values far above the rest; else they are marked at the top',
  );
  return (
    <label class="chip" title={t(meaning)}>
      <input
        type="checkbox"
        name="all-values"
        checked={isChosen}
        onChange={() => choose({ outliers: isChosen ? 'aside' : 'shown' })}
      />
      <span>{t(message('All values'))}</span>
    </label>
  );
}
