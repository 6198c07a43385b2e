import { useEffect, useRef, useState } from 'preact/hooks';

/** `value`, but a new one at most once in so many milliseconds, so that what depends on it stands still meanwhile. */
export function useSettled<T>(value: T, interval: number): T {
  const [settled, settle] = useState(value);
  const settledAt = useRef(-Infinity);
  useEffect(() => {
    if (value === settled) return undefined;
    const wait = Math.max(0, settledAt.current + interval - performance.now());
    const timer = setTimeout(() => {
      settledAt.current = performance.now();
      settle(value);
    }, wait);
    return () => clearTimeout(timer);
    // Not `settled`: when it changes, `value` has just been taken.
  }, [value]);
  return settled;
}
