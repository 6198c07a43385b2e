import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { translator } from '../src/l10n.ts';
import type { PageSetup } from '../src/protocol.ts';
import type { Run } from '../src/run/run.ts';
import type { Zoom } from './charts/view.ts';
import { parseChoices, type Choices } from './choices.ts';
import { PageProvider, type Page } from './context.ts';
import { oncePerFrame } from './frame.ts';
import type { Host } from './host.ts';
import { Live } from './live/live.tsx';
import { Panel } from './panel/panel.tsx';
import type { Cursor } from './plots/rows.ts';
import { SeriesIndex } from './series/series-index.ts';
import { Store } from './stores.ts';
import type { Ask } from './questions.ts';
import type { Wanted } from './state.ts';
import { onCanvasRestored, onThemeChange, readTheme, type Theme } from './theme.ts';

interface Props {
  readonly setup: PageSetup;
  readonly host: Host;
  readonly ask: Ask;
  readonly reportAsked: Store<boolean>;
  /** Changed in place by events; undefined until the host has answered. */
  readonly runs: readonly Run[] | undefined;
  /** What a person asked for outside the page. */
  readonly wanted: Wanted | undefined;
  readonly root: HTMLElement;
}

export function App(props: Props): JSX.Element {
  const { setup, runs } = props;
  const page = usePageValue(props);
  return (
    <PageProvider value={page}>
      {runs !== undefined &&
        (setup.view === 'panel' ? <Panel runs={runs} /> : <Live runs={runs} />)}
    </PageProvider>
  );
}

/** Stays the same object while nothing in it changes, so that new events redraw only what they touch. */
function usePageValue(props: Props): Page {
  const { setup, host, ask, reportAsked, runs, wanted, root } = props;
  const latest = useRef<readonly Run[]>([]);
  latest.current = runs ?? [];
  const theme = useTheme(root);
  const [choices, choose] = useChoices(setup, host, runs);
  useEffect(() => {
    if (wanted !== undefined) choose({ tab: wanted.tab });
  }, [wanted]);
  const t = useMemo(() => translator(setup.bundle, setup.locale), [setup]);
  const index = useMemo(() => new SeriesIndex(), []);
  const cursor = useMemo(() => new Store<Cursor | undefined>(undefined), []);
  const zoom = useZoom(choices, choose);
  return useMemo(
    () => ({
      t,
      theme,
      choices,
      choose,
      cursor,
      zoom,
      index,
      runs: () => latest.current,
      ask,
      reportAsked,
      post: (message) => host.post(message),
    }),
    [t, theme, choices, choose],
  );
}

/** Milliseconds without another change after which a zoom is kept. */
const zoomRest = 150;

/** Changes with every move of a wheel, so it is kept apart from the choices until it rests. */
function useZoom(choices: Choices, choose: Page['choose']): Store<Zoom> {
  const store = useMemo(() => {
    const { zoomX: x, zoomY: y, follow } = choices;
    return new Store<Zoom>({ x, y, follow });
  }, []);
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      const { x, y, follow } = store.value;
      choose({ zoomX: x, zoomY: y, follow });
    };
    const stop = store.subscribe(() => {
      clearTimeout(rest);
      rest = setTimeout(keep, zoomRest);
    });
    return () => {
      clearTimeout(rest);
      stop();
    };
  }, [store, choose]);
  return store;
}

/** Another object also where canvases are to be painted anew: all of them are when it changes. */
function useTheme(root: HTMLElement): Theme {
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => {
    const read = oncePerFrame(() => setTheme(readTheme()));
    const stops = [onThemeChange(read), onCanvasRestored(read)];
    return () => stops.forEach((stop) => stop());
  }, []);
  useMemo(() => {
    theme.colours.forEach((colour, slot) => root.style.setProperty(`--run-${slot}`, colour));
  }, [theme]);
  return theme;
}

/** Kept with the ids of the runs: after a reload of the window the host learns from them what to show. */
function useChoices(setup: PageSetup, host: Host, runs: Props['runs']): [Choices, Page['choose']] {
  const [choices, setChoices] = useState(() => parseChoices(host.recall() ?? setup.kept));
  const runIds = runs?.map(({ identity }) => identity.id);
  useEffect(() => {
    if (runIds !== undefined) host.remember({ ...choices, runIds });
  }, [choices, runIds?.join()]);
  const choose = useCallback(
    (change: Partial<Choices>) => setChoices((last) => ({ ...last, ...change })),
    [],
  );
  return [choices, choose];
}
