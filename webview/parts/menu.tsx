import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

export interface MenuItem {
  readonly label: string;
  readonly onChoose: () => void;
}

interface Props {
  /** Of the button, for those who cannot see it. */
  readonly name: string;
  readonly icon: IconName;
  /** What stands on the button besides the icon. */
  readonly text?: string;
  readonly items: readonly MenuItem[];
}

/** A button that opens a menu: arrow keys, Home, End and a letter move in it; Escape and Tab leave it. */
export function Menu({ name, icon, text, items }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (open) itemsIn(root.current)[0]?.focus();
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return setOpen(false);
    else if (!moveFocus(itemsIn(root.current), event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const isInside =
      relatedTarget instanceof Node && root.current?.contains(relatedTarget) === true;
    if (!isInside) setOpen(false);
  };
  return (
    <div class="menu" ref={root} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <button
        type="button"
        class={text === undefined ? 'button compact' : 'button'}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        title={name}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        {text}
      </button>
      {open && (
        <div class="menu-items" role="menu" id={id} aria-label={name}>
          {items.map(({ label, onChoose }) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              key={label}
              onClick={() => {
                close();
                onChoose();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function itemsIn(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}

/** @returns whether the key means something in a menu */
function moveFocus(items: readonly HTMLElement[], key: string): boolean {
  const at = items.findIndex((item) => item === document.activeElement);
  const next = targetOf(items, key, at);
  if (next === undefined) return false;
  next.focus();
  return true;
}

function targetOf(items: readonly HTMLElement[], key: string, at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default: {
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      return key.length === 1 && key !== ' ' ? after.find((item) => begins(item, key)) : undefined;
    }
  }
}

function begins(item: HTMLElement, letter: string): boolean {
  return item.textContent.trim().toLowerCase().startsWith(letter.toLowerCase());
}
