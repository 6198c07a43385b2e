import type { JSX } from 'preact';
import type { Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';

interface Props<T extends string> {
  /** What is chosen, and the name of the radio group: unique in the page. */
  readonly name: string;
  readonly label: Message;
  readonly options: Readonly<Record<T, Message>>;
  readonly chosen: T;
  readonly onChoose: (option: T) => void;
}

/** A few options of which one holds: native radio buttons, drawn as one row. */
export function Segmented<T extends string>(props: Props<T>): JSX.Element {
  const { t } = usePage();
  const { name, label, options, chosen, onChoose } = props;
  return (
    <fieldset class="segmented">
      <legend class="visually-hidden">{t(label)}</legend>
      {keysOf(options).map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === chosen}
            onChange={() => onChoose(option)}
          />
          <span>{t(options[option])}</span>
        </label>
      ))}
    </fieldset>
  );
}

function keysOf<T extends string>(options: Readonly<Record<T, Message>>): T[] {
  const keys: T[] = [];
  for (const key in options) keys.push(key);
  return keys;
}
