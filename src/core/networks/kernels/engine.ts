// The modules of the kernels: those that the engine can run.
import { engine, type Memory } from '../../engine.ts'
import { plain, relaxed } from './modules.ts'

const { atob } = globalThis as unknown as { readonly atob: (text: string) => string }

const bytesOf = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

export type ModuleName = 'plain' | 'relaxed'

/** What an engine has no instructions for, or may not compile, is not there; each is tried once. */
const tried = new Map<ModuleName, object | undefined>()

function moduleOf(name: ModuleName): object | undefined {
  if (tried.has(name)) return tried.get(name)
  let module: object | undefined
  try {
    const bytes = bytesOf({ plain, relaxed }[name])
    if (engine?.validate(bytes)) module = new engine.Module(bytes)
  } catch {
    // A policy forbids it.
  }
  tried.set(name, module)
  return module
}

/** The first of these modules that there is. */
export const firstOf = (names: readonly ModuleName[]): object | undefined => {
  for (const name of names) {
    const module = moduleOf(name)
    if (module) return module
  }
  return undefined
}

const bytesOfPage = 65_536

export interface Running {
  /** Its size never changes, so that views of it stay. */
  readonly memory: Pick<Memory, 'buffer'>
  readonly exports: Readonly<Record<string, unknown>>
}

/** A module at work on a memory of its own; nothing where there is no room for so many bytes. */
export function run(module: object, bytes: number): Running | undefined {
  if (!engine) return undefined
  try {
    const memory = new engine.Memory({ initial: Math.ceil(bytes / bytesOfPage) })
    return { memory, exports: new engine.Instance(module, { env: { memory } }).exports }
  } catch {
    return undefined
  }
}
