import type { JSX } from 'preact';
import type { Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';

interface Props {
  readonly label: Message;
  /** What is chosen, and the words for it. */
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

/** A native list of options with its label before it. */
export function Select({ label, options, chosen, onChoose }: Props): JSX.Element {
  const { t } = usePage();
  return (
    <label class="select">
      <span>{t(label)}</span>
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
