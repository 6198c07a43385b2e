import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { translator } from '../src/l10n.ts';
import type { PageSetup } from '../src/protocol.ts';
import type { Run } from '../src/run/run.ts';
import { parseChoices, type Choices } from './choices.ts';
import { PageProvider, type Page } from './context.ts';
import type { Host } from './host.ts';
import { Live } from './live/live.tsx';
import { Panel } from './panel/panel.tsx';
import type { Ask } from './questions.ts';
import { onThemeChange, readTheme, type Theme } from './theme.ts';

interface Props {
  readonly setup: PageSetup;
  readonly host: Host;
  readonly ask: Ask;
  /** Changed in place by events; undefined until the host has answered. */
  readonly runs: readonly Run[] | undefined;
  readonly root: HTMLElement;
}

export function App({ setup, host, ask, runs, root }: Props): JSX.Element {
  const page = usePageValue(setup, host, ask, root);
  return (
    <PageProvider value={page}>
      {runs !== undefined &&
        (setup.view === 'panel' ? <Panel runs={runs} /> : <Live runs={runs} />)}
    </PageProvider>
  );
}

/** Stays the same object while nothing in it changes, so that new events redraw only what they touch. */
function usePageValue(setup: PageSetup, host: Host, ask: Ask, root: HTMLElement): Page {
  const theme = useTheme(root);
  const [choices, choose] = useChoices(host);
  const t = useMemo(() => translator(setup.bundle, setup.locale), [setup]);
  return useMemo(
    () => ({ t, theme, choices, choose, ask, post: (message) => host.post(message) }),
    [t, theme, choices, choose],
  );
}

function useTheme(root: HTMLElement): Theme {
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => onThemeChange(() => setTheme(readTheme())), []);
  useMemo(() => {
    theme.colours.forEach((colour, slot) => root.style.setProperty(`--run-${slot}`, colour));
  }, [theme]);
  return theme;
}

function useChoices(host: Host): [Choices, Page['choose']] {
  const [choices, setChoices] = useState(() => parseChoices(host.recall()));
  useEffect(() => host.remember(choices), [choices]);
  const choose = useCallback(
    (change: Partial<Choices>) => setChoices((last) => ({ ...last, ...change })),
    [],
  );
  return [choices, choose];
}
