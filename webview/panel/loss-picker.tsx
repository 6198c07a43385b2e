import type { JSX } from 'preact';
import { losses, type LossName } from '../../src/experiment/losses/catalogue.ts';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';

/** Check boxes, drawn as chips, for losses that no shown run trains on. */
export function LossPicker({
  others,
}: {
  readonly others: readonly LossName[];
}): JSX.Element | null {
  const { t } = usePage();
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
