/**
 * The part of WebAssembly's JavaScript interface that the backends use. TypeScript has it only in its
 * DOM library, which would let code that runs in Node name `window`.
 */
declare namespace WebAssembly {
  type ImportValue = Memory | ((...args: never[]) => unknown);
  type Imports = Record<string, Record<string, ImportValue>>;

  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  const Memory: new (descriptor: { initial: number }) => Memory;

  interface Module {
    readonly [Symbol.toStringTag]?: 'WebAssembly.Module';
  }

  interface Instance {
    readonly exports: Readonly<Record<string, Memory | ((...args: number[]) => unknown)>>;
  }

  const RuntimeError: ErrorConstructor;

  function validate(bytes: BufferSource): boolean;
  function instantiate(
    bytes: BufferSource,
    imports: Imports,
  ): Promise<{ module: Module; instance: Instance }>;
}

type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer;
