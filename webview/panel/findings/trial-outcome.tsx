import type { JSX } from 'preact';
import { judge, type Verdict } from '../../../src/insight/trials/judge.ts';
import { judgementText } from '../../../src/insight/trials/judgement-text.ts';
import type { Trial } from '../../../src/insight/trials/trial.ts';
import { usePage } from '../../context.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Text } from '../../parts/text.tsx';
import type { Shown } from '../shown.ts';
import { RunName } from './run-name.tsx';

const icons: Record<Verdict, IconName> = {
  confirmed: 'check',
  refuted: 'cross',
  partly: 'half',
  open: 'clock',
};

/** Whether what was predicted came true, with the numbers; so far, while it trains. */
export function TrialOutcome({
  trial,
  shown,
}: {
  readonly trial: Trial;
  readonly shown: Shown;
}): JSX.Element {
  const { t } = usePage();
  const judgement = judge(trial);
  const { label, predicted, measured, conclusion } = judgementText(trial, judgement);
  return (
    <div class={`trial trial-${judgement.verdict}`} role="group" aria-label={t(label)}>
      <p class="trial-verdict">
        <Icon name={icons[judgement.verdict]} />
        {t(label)}
      </p>
      <RunName run={trial.run} name={trial.run.identity.name} shown={shown} />
      {[predicted, measured, conclusion].map(
        (sentence) =>
          sentence && (
            <p>
              <Text message={sentence} />
            </p>
          ),
      )}
    </div>
  );
}
