// What WebGPU calls its flags, which the types of the browser leave out. Source: WebGPU, W3C

interface Flags {
  readonly GPUBufferUsage: Readonly<
    Record<'COPY_DST' | 'COPY_SRC' | 'MAP_READ' | 'STORAGE' | 'UNIFORM', number>
  >
  readonly GPUMapMode: Readonly<Record<'READ', number>>
  readonly GPUShaderStage: Readonly<Record<'COMPUTE', number>>
}

/** They are there where a card is. */
export const flags = globalThis as unknown as Flags
