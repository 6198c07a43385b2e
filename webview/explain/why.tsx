import type { JSX } from 'preact';
import { rowOf } from '../../src/insight/lens/outputs.ts';
import { message, ratio, type Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { epochName } from '../plots/names.ts';
import { useStore } from '../use-store.ts';
import { ForgottenCard } from './forgotten-card.tsx';
import { LayersCard } from './layers-card.tsx';
import { marginNow, type Lens } from './lens.ts';
import { keyOfLoss } from './lens-loss.ts';
import { LossCard } from './loss-card.tsx';

/** Formulas with the numbers of the example, and what follows from them in the runs. */
export function Why({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  return (
    <section class="lens-why" aria-labelledby="lens-why">
      <h3 id="lens-why">{t(message('Why'))}</h3>
      <Whose lens={lens} />
      {lens.drawn.map((drawn) => (
        <LossCard key={keyOfLoss(drawn.spec)} lens={lens} drawn={drawn} />
      ))}
      <ForgottenCard lens={lens} />
      <LayersCard lens={lens} />
    </section>
  );
}

/** Whose numbers stand in the formulas. */
function Whose({ lens }: { readonly lens: Lens }): JSX.Element {
  const { t } = usePage();
  const moved = useStore(lens.margin, (of) => of);
  return <p class="note">{t(whose(lens, moved))}</p>;
}

function whose(lens: Lens, moved: number | null): Message {
  const { by, example } = lens;
  const now = by?.now;
  if (moved !== null || now === undefined || example === undefined)
    return message('The numbers: a made-up example at margin {margin}.', {
      margin: ratio(marginNow(lens, moved)),
    });
  return message('The numbers: logits of {run}, {epoch}, label {number}.', {
    run: by?.run.identity.name ?? '',
    epoch: epochName(now.epoch),
    number: String(rowOf(now, example) * now.stride + 1),
  });
}
