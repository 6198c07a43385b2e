/** A function of a WebAssembly module, which has no type of its own, as one of numbers. */
export function callable(value: unknown, name: string): (...args: number[]) => number {
  if (typeof value !== 'function') throw new Error(`The module has no function ${name}`);
  return (...args) => Number(Reflect.apply(value, undefined, args));
}
