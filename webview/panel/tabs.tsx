import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { message, type Message } from '../../src/l10n.ts';
import { tabs, type Tab } from '../../src/tabs.ts';
import { usePage } from '../context.ts';

export const tabLabels: Record<Tab, Message> = {
  curves: message('Curves'),
  gradients: message('Gradients'),
  validation: message('Validation'),
  data: message('Data'),
  explain: message('Explain'),
  verdict: message('Verdict'),
};

/** A tab list after the ARIA pattern: arrows move and choose, Home and End go to the ends. */
export function Tabs(): JSX.Element {
  const { t } = usePage();
  const list = useRef<HTMLDivElement>(null);
  return (
    <div class="tabs" role="tablist" aria-label={t(message('Views'))} ref={list}>
      {tabs.map((tab) => (
        <TabButton key={tab} tab={tab} focus={(next) => focusTab(list.current, next)} />
      ))}
    </div>
  );
}

interface TabProps {
  readonly tab: Tab;
  readonly focus: (tab: Tab) => void;
}

function TabButton({ tab, focus }: TabProps): JSX.Element {
  const { t, choices, choose } = usePage();
  const isChosen = choices.tab === tab;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = tabAfter(tab, event.key);
    if (next === undefined) return;
    event.preventDefault();
    choose({ tab: next });
    focus(next);
  };
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${tab}`}
      aria-selected={isChosen}
      aria-controls="tabpanel"
      tabIndex={isChosen ? 0 : -1}
      onClick={() => choose({ tab })}
      onKeyDown={onKeyDown}
    >
      {t(tabLabels[tab])}
    </button>
  );
}

function focusTab(list: HTMLElement | null, tab: Tab): void {
  list?.querySelector<HTMLElement>(`#tab-${tab}`)?.focus();
}

/** The tab that a key moves to; undefined for keys that do not move. */
export function tabAfter(tab: Tab, key: string): Tab | undefined {
  const index = tabs.indexOf(tab);
  switch (key) {
    case 'ArrowRight':
      return tabs[(index + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs.at(index - 1);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}
