// The page's end: the one engine, which knows which worker does which job. A worker that is lost is replaced, and its jobs,
// being data, are sent again; after two losses a job fails, and the engine says what is in the way until it is gone.
import { createStore, type StoreApi } from 'zustand/vanilla'
import { EngineError } from './engineError.ts'
import type { ChunkOf, JobTable, MessageOf, SpecOf } from './job.ts'
import type { Jobs } from './jobs/index.ts'
import { piecesOf } from './pieces.ts'
import { type Connection, createSlot, type Session, type Slot, type Waiting } from './slot.ts'

interface EngineState {
  /** Why some worker's jobs were given up, until it answers again. */
  readonly trouble: EngineError | undefined
  /** How often someone wished that what was given up be tried again: whoever still wants it asks anew. */
  readonly attempts: number
}

export interface Engine<Table extends JobTable = Jobs> {
  /**
   * Does a job piece by piece. Leaving the loop cancels it, and `return()` does so at once; what `next(message)` says holds
   * from the piece that it asks for.
   * @throws EngineError if it was given up
   */
  run<J extends keyof Table & string>(
    job: J,
    spec: SpecOf<Table[J]>,
  ): AsyncGenerator<ChunkOf<Table[J]>, void, MessageOf<Table[J]>>
  readonly store: StoreApi<EngineState>
  /** Wishes that what was given up be tried again; nothing if nothing was. */
  retry(): void
  /** Takes note of what is in the way. */
  dismiss(): void
  /** Ends all workers. */
  dispose(): void
}

export interface EngineOptions<Table extends JobTable = Jobs> extends Partial<Waiting> {
  /** Which worker does a job: its address, as `spawn` understands it. */
  readonly workers: Readonly<Record<keyof Table & string, string>>
  readonly spawn: (address: string) => Connection
}

const usual: Waiting = {
  patience: 3000,
  arrival: 20_000,
  isVisible: () => true,
  after(time, act) {
    const timer = setTimeout(act, time)
    return () => clearTimeout(timer)
  },
}

export function createEngine<Table extends JobTable = Jobs>({
  workers,
  spawn,
  ...waiting
}: EngineOptions<Table>): Engine<Table> {
  const slots = new Map<string, Slot>()
  const troubles = new Map<string, EngineError>()
  const store = createStore<EngineState>(() => ({ trouble: undefined, attempts: 0 }))
  const tell = () => store.setState({ trouble: [...troubles.values()].at(-1) })

  const slotOf = (address: string): Slot => {
    const known = slots.get(address)
    if (known) return known
    const slot = createSlot(() => spawned(() => spawn(address)), { ...usual, ...waiting })
    slots.set(address, slot)
    return slot
  }

  async function* watched(address: string, open: () => Session) {
    try {
      yield* piecesOf(open, () => {
        if (troubles.delete(address)) tell()
      })
    } catch (error) {
      if (error instanceof EngineError) {
        troubles.set(address, error)
        tell()
      }
      throw error
    }
  }

  return {
    store,
    run(job, spec) {
      const address = workers[job]
      let session: Session | undefined
      const pieces = watched(address, () => {
        session = slotOf(address).open(job, spec)
        return session
      })
      const leave = pieces.return.bind(pieces)
      // Whoever leaves while a piece is awaited does not wait for it.
      pieces.return = (value) => {
        session?.close()
        return leave(value)
      }
      return pieces as AsyncGenerator<never, void, unknown>
    },
    retry() {
      if (troubles.size === 0) return
      troubles.clear()
      store.setState(({ attempts }) => ({ trouble: undefined, attempts: attempts + 1 }))
    },
    dismiss: () => store.setState({ trouble: undefined }),
    dispose: () => {
      for (const slot of slots.values()) slot.clear()
    },
  }
}

/** A worker, where there are workers. */
function spawned(spawn: () => Connection): Connection {
  try {
    return spawn()
  } catch (cause) {
    throw new EngineError('unsupported', { cause })
  }
}
