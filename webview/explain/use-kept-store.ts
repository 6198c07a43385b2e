import { useEffect, useMemo } from 'preact/hooks';
import { Store } from '../stores.ts';

/** Milliseconds without another change after which a value is kept with the choices. */
const rest = 200;

/** A store of what changes with every move of a hand; `keep` is told once it rests. */
export function useKeptStore<T>(initial: T, keep: (value: T) => void): Store<T> {
  const store = useMemo(() => new Store(initial), []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => keep(store.value), rest);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return store;
}
