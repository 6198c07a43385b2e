import type { JSX } from 'preact';
import { message, type MessageArg } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { argText } from '../../parts/text.tsx';
import { maskColour } from './mask-colours.ts';

/** Which colour is which class, in every mask. */
export function MaskLegend({ names }: { readonly names: readonly MessageArg[] }): JSX.Element {
  const { t } = usePage();
  return (
    <ul class="mask-legend" aria-label={t(message('Colours of the classes'))}>
      {names.map((name, k) => (
        <li key={k}>
          <span class="mask-colour" style={{ background: `rgb(${maskColour(k).join(', ')})` }} />
          {argText(name, t)}
        </li>
      ))}
    </ul>
  );
}
