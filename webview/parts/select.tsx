import type { JSX } from 'preact';
import type { Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';

interface Props {
  readonly label: Message;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

/** One of many, with its label before it. */
export function Select({ label, options, chosen, onChoose }: Props): JSX.Element {
  const { t } = usePage();
  return (
    <label class="select">
      {t(label)}
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
