/* The part of node:assert that these tests need, for they also run where there is no Node. */

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

export function fail(message: string): never {
  throw new AssertionError(message);
}

export function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message ?? `${show(value)} is not truthy`);
}

export function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message ?? `${show(actual)} is not ${show(expected)}`);
}

export function notEqual(actual: unknown, unexpected: unknown): void {
  if (Object.is(actual, unexpected)) fail(`it is ${show(actual)}`);
}

export function match(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) fail(`${show(text)} does not match ${String(pattern)}`);
}

export function doesNotMatch(text: string, pattern: RegExp): void {
  if (pattern.test(text)) fail(`${show(text)} matches ${String(pattern)}`);
}

/** Rejects with an error whose message matches. */
export async function rejects(promise: Promise<unknown>, pattern: RegExp): Promise<void> {
  const error = await promise.then(
    () => fail('it did not reject'),
    (reason: unknown) => reason,
  );
  if (error instanceof AssertionError) throw error;
  match(error instanceof Error ? error.message : String(error), pattern);
}

/** The same values at the same places, NaN being itself. */
export function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  const place = difference(actual, expected, '');
  if (place !== undefined)
    fail(`${message ?? 'not the same'}, at “${place}”: ${show(actual)} and ${show(expected)}`);
}

/** Where two values differ first; undefined if they do not. */
function difference(a: unknown, b: unknown, place: string): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return place;
  if (Object.prototype.toString.call(a) !== Object.prototype.toString.call(b)) return place;
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.size !== right.size) return place;
  for (const [key, value] of left) {
    const inner = `${place}.${String(key)}`;
    if (!right.has(key)) return inner;
    const differs = difference(value, right.get(key), inner);
    if (differs !== undefined) return differs;
  }
  return undefined;
}

function partsOf(value: object): Map<unknown, unknown> {
  if (value instanceof Map) return value;
  return new Map<unknown, unknown>(
    value instanceof Set ? [...value].map((item) => [item, item]) : Object.entries(value),
  );
}

function show(value: unknown): string {
  const text = value === undefined ? 'undefined' : JSON.stringify(value);
  return text.length > 500 ? `${text.slice(0, 500)}…` : text;
}
