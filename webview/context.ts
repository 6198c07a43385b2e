import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '../src/l10n.ts';
import type { FromPage } from '../src/protocol.ts';
import type { Run } from '../src/run/run.ts';
import type { Zoom } from './charts/view.ts';
import type { Choices } from './choices.ts';
import type { Cursor } from './plots/rows.ts';
import type { SeriesIndex } from './series/series-index.ts';
import type { Store } from './stores.ts';
import type { Ask } from './questions.ts';
import type { Theme } from './theme.ts';

/** What every part of the page may need. */
export interface Page {
  readonly t: Translator;
  readonly post: (message: FromPage) => void;
  readonly ask: Ask;
  readonly theme: Theme;
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
  /** Where all plots of one x axis have their cursor. */
  readonly cursor: Store<Cursor | undefined>;
  readonly zoom: Store<Zoom>;
  readonly index: SeriesIndex;
  /** Whether the host waits for a report; whoever makes it sets it back. */
  readonly reportAsked: Store<boolean>;
  /** All that the page shows, as they are now. */
  readonly runs: () => readonly Run[];
}

const PageContext = createContext<Page | undefined>(undefined);

export const PageProvider = PageContext.Provider;

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('Used outside of a page.');
  return page;
}
