import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { message } from '../../../src/l10n.ts';
import { colourNames, runColours, type RunColour } from '../../../src/run/colours.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import type { Slot } from '../../run-slots.ts';
import { itemAfter, placeOf } from './menu.ts';

interface Props {
  readonly runs: readonly Run[];
  readonly name: string;
  readonly slot: Slot;
  readonly anchor: RefObject<HTMLElement | null>;
  /** Chosen, or given up by key: the focus goes back. */
  readonly onClose: () => void;
  /** The focus or the page has moved on. */
  readonly onLeave: () => void;
}

/** The six colours with their markers; the arrow keys go from one to the next. */
export function ColourMenu({ runs, name, slot, anchor, onClose, onLeave }: Props): JSX.Element {
  const { t, post } = usePage();
  const menu = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [
    ...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? []),
  ];
  useLayoutEffect(() => {
    if (menu.current !== null && anchor.current !== null) {
      const { left, top } = placeOf(anchor.current, menu.current);
      menu.current.style.left = `${left}px`;
      menu.current.style.top = `${top}px`;
    }
    items()[slot]?.focus();
    return onNextMove(onLeave);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const focused = items().findIndex((item) => item === document.activeElement);
    const next = itemAfter(event.key, focused, runColours.length);
    if (next !== undefined) items()[next]?.focus();
    else if (event.key === 'Escape') onClose();
    else if (event.key !== 'Tab') return;
    else return onLeave();
    event.preventDefault();
  };
  const choose = (colour: RunColour): void => {
    post({ type: 'colour', runIds: runs.map(({ identity }) => identity.id), colour });
    onClose();
  };
  return (
    <div
      class="colour-menu"
      role="menu"
      ref={menu}
      aria-label={t(message('Colour of {run}', { run: name }))}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => isElsewhere(relatedTarget) && onLeave()}
    >
      {runColours.map((colour, index) => (
        <button
          key={colour}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={index === slot}
          onClick={() => choose(colour)}
        >
          <Swatch slot={index} />
          {t(colourNames[colour])}
        </button>
      ))}
    </div>
  );
}

/** Whether the focus has gone to something else of the page, not to nothing or the opener. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.run-colour') === null;
}

/** It stands where it was opened, so it goes when that moves away, or something else is pressed. */
function onNextMove(leave: () => void): () => void {
  const press = ({ target }: Event): void => {
    if (isElsewhere(target)) leave();
  };
  window.addEventListener('scroll', leave, true);
  window.addEventListener('resize', leave);
  window.addEventListener('pointerdown', press, true);
  return () => {
    window.removeEventListener('scroll', leave, true);
    window.removeEventListener('resize', leave);
    window.removeEventListener('pointerdown', press, true);
  };
}
