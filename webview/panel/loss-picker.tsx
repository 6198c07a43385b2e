import type { JSX } from 'preact';
import { losses, type LossName } from '../../src/experiment/losses/catalogue.ts';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { otherLosses } from './shown-losses.ts';
import type { Shown } from './shown.ts';

/** Check boxes, drawn as chips, for the losses that no shown run trains on. */
export function LossPicker({ runs }: Shown): JSX.Element | null {
  const { t } = usePage();
  const others = otherLosses(runs);
  if (others.length === 0) return null;
  return (
    <fieldset class="loss-picker">
      <legend>{t(message('Other losses'))}</legend>
      {others.map((name) => (
        <Chip key={name} name={name} />
      ))}
    </fieldset>
  );
}

function Chip({ name }: { readonly name: LossName }): JSX.Element {
  const { t, choices, choose } = usePage();
  const { losses: picked } = choices;
  const isPicked = picked.includes(name);
  const toggled = isPicked ? picked.filter((other) => other !== name) : [...picked, name];
  return (
    <label class="chip">
      <input type="checkbox" checked={isPicked} onChange={() => choose({ losses: toggled })} />
      <span>{t(losses[name].label)}</span>
    </label>
  );
}
