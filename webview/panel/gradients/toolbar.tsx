import type { JSX } from 'preact';
import { message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Segmented } from '../../parts/segmented.tsx';
import { quantities, type QuantityName } from '../../plots/quantities.ts';
import { MomentSlider } from './moment-slider.tsx';
import type { GradientView } from './view.ts';

const labels: Record<QuantityName, Message> = {
  norm: quantities.norm.label,
  spread: quantities.spread.label,
  zeros: quantities.zeros.label,
  update: quantities.update.label,
  units: quantities.units.label,
};

/** What is shown of the layers, and at which epoch. */
export function Toolbar(view: GradientView): JSX.Element {
  const { t } = usePage();
  const { quantity } = view.choice;
  return (
    <>
      <div class="gradient-toolbar">
        <Segmented
          name="quantity"
          label={message('Quantity')}
          options={labels}
          chosen={quantity}
          onChoose={(name) => view.choose({ quantity: name })}
        />
        <MomentSlider {...view} />
      </div>
      <p class="note gradient-explanation">{t(quantities[quantity].explanation)}</p>
    </>
  );
}
