import type { JSX } from 'preact';
import { losses } from '../../src/experiment/losses/catalogue.ts';
import { lossLabel } from '../../src/experiment/names.ts';
import { reductionTex } from '../../src/experiment/losses/loss.ts';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import type { DrawnLoss } from '../plots/pull.ts';
import { Formula } from './formula.tsx';
import { gradientTex, valueTex } from './tex.ts';

/** A loss: its formula, its gradient at the logits, its unit, its use and where it is defined. */
export function LossCard({ loss }: { readonly loss: DrawnLoss }): JSX.Element {
  const { t } = usePage();
  const { formula, gradientFormula, unit, use, ...known } = losses[loss.spec.name];
  const { name, reduction, module } = loss.spec;
  const source = module ?? known.source;
  const factor = reductionTex(reduction);
  const id = `loss-${name}-${loss.slot}`;
  return (
    <section class="card loss-card" aria-labelledby={id}>
      <h3 id={id}>
        <Swatch slot={loss.slot} />
        {t(lossLabel(loss.spec))}
      </h3>
      {valueTex(factor, formula).map((tex) => (
        <Formula key={tex} tex={tex} />
      ))}
      <Formula tex={gradientTex(factor, gradientFormula)} />
      <p>{t(use)}</p>
      <p class="read-at">{t(message('Unit: {unit}. Source: {source}', { unit, source }))}</p>
    </section>
  );
}
