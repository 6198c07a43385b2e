import type { JSX } from 'preact';
import { outcomes, type Outcome, type Shares } from '../../src/insight/lens/outcome-shares.ts';
import { message, percent, type Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Text } from '../parts/text.tsx';

export interface ShareRow {
  readonly name: Message;
  /** Undefined where there is nothing to share. */
  readonly shares: Shares | undefined;
}

const names: Record<Outcome, Message> = {
  far: message('wrong by far'),
  wrong: message('else wrong'),
  right: message('right'),
};

/** Stacked bars: which examples there are, and which of them each loss's pull comes from. */
export function ShareBars({ rows }: { readonly rows: readonly ShareRow[] }): JSX.Element {
  const { t } = usePage();
  return (
    <>
      <ul class="share-key" aria-hidden="true">
        {outcomes.map((outcome) => (
          <li key={outcome}>
            <span class={`share share-${outcome}`} />
            {t(names[outcome])}
          </li>
        ))}
      </ul>
      <ul class="share-bars">
        {rows.map(({ name, shares }, i) => (
          <li key={i}>
            <span>{t(name)}</span>
            {shares && <Stacked shares={shares} />}
            <span class="read-at">
              {shares ? <Text message={told(shares)} /> : t(message('nothing pulls'))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Stacked({ shares }: { readonly shares: Shares }): JSX.Element {
  return (
    <span class="stacked" aria-hidden="true">
      {outcomes.map((outcome) => (
        <span
          key={outcome}
          class={`share share-${outcome}`}
          style={{ width: `${100 * shares[outcome]}%` }}
        />
      ))}
    </span>
  );
}

const told = ({ far, wrong, right }: Shares): Message =>
  message('wrong by far {far}, else wrong {wrong}, right {right}', {
    far: percent(far),
    wrong: percent(wrong),
    right: percent(right),
  });
