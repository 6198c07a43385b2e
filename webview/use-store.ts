import { useEffect, useState } from 'preact/hooks';
import type { Store } from './stores.ts';

/** Renders anew when what is read of the store changes. */
export function useStore<T, R>(store: Store<T>, read: (value: T) => R): R {
  const [shown, setShown] = useState(() => read(store.value));
  useEffect(() => {
    const look = (): void => setShown(() => read(store.value));
    look();
    return store.subscribe(look);
  }, [store]);
  return shown;
}
