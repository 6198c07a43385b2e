/** What decides which other settings there are, so that another value of it makes another thing. */
const deciding = ['name', 'kind'] as const;

export type WrittenObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is WrittenObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `change` over `base`, both with names in full: objects merge setting by setting, all else is replaced; so
 * is an object whose name or kind becomes another.
 */
export function mergeWritten(base: unknown, change: unknown): unknown {
  if (!isObject(base) || !isObject(change) || isOther(base, change)) return change;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(change))
    merged.set(key, merged.has(key) ? mergeWritten(merged.get(key), value) : value);
  return Object.fromEntries(merged);
}

/** Whether both say what they are, and it is not the same. */
export function isOther(a: WrittenObject, b: WrittenObject): boolean {
  return deciding.some((key) => key in a && key in b && a[key] !== b[key]);
}
