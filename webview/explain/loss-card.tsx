import type { JSX } from 'preact';
import { losses } from '../../src/experiment/losses/catalogue.ts';
import { lossLabel } from '../../src/experiment/names.ts';
import { reductionTex } from '../../src/experiment/losses/loss.ts';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import type { DrawnLoss } from '../plots/pull.ts';
import { Formula } from './formula.tsx';
import type { Lens } from './lens.ts';
import { keyOfLoss } from './lens-loss.ts';
import { PutInLines } from './put-in-lines.tsx';
import { gradientTex, valueTex } from './tex.ts';

interface Props {
  readonly lens: Lens;
  readonly drawn: DrawnLoss;
}

/** A loss: its formula, its gradient at the logits, the same with numbers, its use and where it is defined. */
export function LossCard({ lens, drawn }: Props): JSX.Element {
  const { t, choices } = usePage();
  const { formula, gradientFormula, unit, use, ...known } = losses[drawn.spec.name];
  const { name, reduction, module } = drawn.spec;
  const source = module ?? known.source;
  const factor = choices.pull === 'trained' ? reductionTex(reduction) : '';
  const id = `loss-${name}-${drawn.slot}`;
  const loss = lens.losses.find(({ key }) => key === keyOfLoss(drawn.spec));
  return (
    <section class="card loss-card" aria-labelledby={id}>
      <h4 id={id}>
        <Swatch slot={drawn.slot} />
        {t(lossLabel(drawn.spec))}
      </h4>
      {valueTex(factor, formula).map((tex) => (
        <Formula key={tex} tex={tex} />
      ))}
      <Formula tex={gradientTex(factor, gradientFormula)} />
      {loss && <PutInLines lens={lens} loss={loss} />}
      <p>{t(use)}</p>
      <p class="read-at">{t(message('Unit: {unit}. Source: {source}', { unit, source }))}</p>
    </section>
  );
}
