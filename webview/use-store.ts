import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Store } from './stores.ts';

/** What is read of a store; renders anew when that, and not just the store, has changed. */
export function useStore<T, R>(store: Store<T>, read: (value: T) => R): R {
  const [, render] = useReducer<number, undefined>((count) => count + 1, 0);
  const shown = read(store.value);
  const latest = useRef({ read, shown });
  latest.current = { read, shown };
  useEffect(() => {
    const look = (): void => {
      const { read: readNow, shown: before } = latest.current;
      if (!Object.is(readNow(store.value), before)) render(undefined);
    };
    look();
    return store.subscribe(look);
  }, [store]);
  return shown;
}
