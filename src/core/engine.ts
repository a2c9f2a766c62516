// What is used of WebAssembly, which the language's own types do not know.

interface Engine {
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, object>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> }
  readonly Memory: new (size: { readonly initial: number }) => Memory
}

export interface Memory {
  readonly buffer: ArrayBuffer
  readonly grow: (pages: number) => number
}

/** Not there where WebAssembly is not. */
export const { WebAssembly: engine } = globalThis as { readonly WebAssembly?: Engine }
