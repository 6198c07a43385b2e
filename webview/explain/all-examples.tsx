import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Select } from '../parts/select.tsx';
import { argText } from '../parts/text.tsx';
import type { Lens } from './lens.ts';
import { RunSummary } from './run-summary.tsx';

/** All validation examples, or those of one class: where each loss spends its gradient. */
export function AllExamples({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  const { group, choice, change, outputs } = lens;
  const measured = outputs.of.filter(({ now }) => now !== undefined);
  const names = group?.classNames ?? [];
  return (
    <section class="lens-example" aria-labelledby="lens-all">
      <h3 id="lens-all">{t(message('All examples'))}</h3>
      {measured.length === 0 && (
        <p class="note">
          {t(message('The examples come with the first look at the validation images.'))}
        </p>
      )}
      {measured.length > 0 && (
        <Select
          label={message('of class')}
          options={[
            ['', t(message('any'))],
            ...names.map((name, k) => [String(k), argText(name, t)] as const),
          ]}
          chosen={String(choice.ofClass ?? '')}
          onChoose={(value) => change({ ofClass: value === '' ? null : Number(value) })}
        />
      )}
      {measured.length > 0 && (
        <p class="note">
          {t(
            message(
              'Wrong by far: a margin of −3 or less, with another class 20 times as probable as the label; on a linear output, of −1 or less.',
            ),
          )}
        </p>
      )}
      {measured.map(
        ({ run, now }) =>
          now && <RunSummary key={run.identity.id} lens={lens} run={run} now={now} />,
      )}
    </section>
  );
}
