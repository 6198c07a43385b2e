import type { JSX } from 'preact';
import { optimizerLabel } from '../../../src/experiment/names.ts';
import type { Arm, Pair } from '../../../src/insight/verdict/arms.ts';
import type { Conclusion } from '../../../src/insight/verdict/conclusion.ts';
import { count, message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import { Text } from '../../parts/text.tsx';
import type { Shown } from '../shown.ts';
import { slotOfArm } from './slot-of-arm.ts';

interface Props {
  readonly conclusion: Conclusion;
  readonly pair: Pair;
  readonly shown: Shown;
}

/** What follows, the numbers that it follows from, and what they cannot show. */
export function ConclusionCard({ conclusion, pair, shown }: Props): JSX.Element {
  const { t } = usePage();
  const { title, text, limits } = conclusion;
  return (
    <section class="card verdict-conclusion" aria-labelledby="verdict-title">
      <ul class="verdict-arms">
        {[pair.a, pair.b].map((arm) => (
          <li key={arm.id}>
            <ArmSwatch arm={arm} shown={shown} />
            <span>
              <strong>{t(arm.name)}</strong> <span class="note">{t(settings(arm))}</span>
            </span>
          </li>
        ))}
      </ul>
      <h3 id="verdict-title" class="verdict-title">
        {t(title)}
      </h3>
      {text.map((sentence) => (
        <p>
          <Text message={sentence} />
        </p>
      ))}
      {limits.map((sentence) => (
        <p class="note">
          <Text message={sentence} />
        </p>
      ))}
    </section>
  );
}

export function ArmSwatch({
  arm,
  shown,
}: {
  readonly arm: Arm;
  readonly shown: Shown;
}): JSX.Element {
  return <Swatch slot={slotOfArm(arm, shown)} />;
}

function settings({ spec, runs }: Arm): Message {
  const optimizer = optimizerLabel(spec.optimizer);
  return runs.length === 1
    ? message('{optimizer}, seed {seed}', { optimizer, seed: String(spec.seed) })
    : message('{optimizer}, {seeds} seeds', { optimizer, seeds: count(runs.length) });
}
