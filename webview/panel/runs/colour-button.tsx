import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { message } from '../../../src/l10n.ts';
import { colourNames, runColours } from '../../../src/run/colours.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import type { Slot } from '../../run-slots.ts';
import { ColourMenu } from './colour-menu.tsx';

interface Props {
  readonly runs: readonly Run[];
  readonly name: string;
  readonly slot: Slot;
}

/** The swatch of a run, and a menu of the others that it could have. */
export function ColourButton({ runs, name, slot }: Props): JSX.Element {
  const { t } = usePage();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const colour = t(colourNames[runColours[slot] ?? 'run1']);
  const label = t(message('Colour of {run}: {colour}', { run: name, colour }));
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span class="run-colour">
      <button
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        <Swatch slot={slot} />
      </button>
      {isOpen && (
        <ColourMenu
          runs={runs}
          name={name}
          slot={slot}
          anchor={button}
          onClose={close}
          onLeave={() => setOpen(false)}
        />
      )}
    </span>
  );
}
