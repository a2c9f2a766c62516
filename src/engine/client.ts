// engine/: the page’s way to the workers: the iterator protocol, who does what, and what happens when a worker is
// lost.
//
// The page's end: the one engine, which knows which worker does which job. A worker that is lost is replaced, and its jobs,
// being data, are sent again; after two losses they rest, and the engine says what is in the way, until they are tried again
// or nobody wants them any more.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ChunkOf, JobTable, MessageOf, SpecOf } from './job.ts'
import type { Jobs } from './jobs/index.ts'
import { piecesOf } from './pieces.ts'
import { type Connection, createSlot, type Slot, type Waiting } from './slot.ts'
import { type Trouble, troubleOf } from './trouble.ts'

interface EngineState {
  /** What is in the way of the job that came to rest last; undefined while none rests. */
  readonly trouble: Trouble | undefined
}

export interface Engine<Table extends JobTable = Jobs> {
  /**
   * Does a job piece by piece. Leaving the loop cancels it, and `return()` does so at once, whatever it waits for; what
   * `next(message)` says holds from the piece that it asks for.
   */
  run<J extends keyof Table & string>(
    job: J,
    spec: SpecOf<Table[J]>,
  ): AsyncGenerator<ChunkOf<Table[J]>, void, MessageOf<Table[J]>>
  readonly store: StoreApi<EngineState>
  /** Something is being computed that someone waits for. */
  isBusy(): boolean
  /** Tries all jobs again that rest. */
  retry(): void
  /** Ends the worker that does a job; whoever asks again begins anew. */
  end(job: keyof Table & string): void
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
  const slotOf = (address: string): Slot => {
    const slot = slots.get(address) ?? createSlot(() => spawn(address), { ...usual, ...waiting })
    slots.set(address, slot)
    return slot
  }
  const { store, rest, retry } = restingJobs()
  return {
    store,
    retry,
    isBusy: () => [...slots.values()].some((slot) => slot.isBusy()),
    run(job, spec) {
      let isLeft = false
      /** Ends whatever the job waits for. */
      let interrupt = () => {}
      const pieces = piecesOf({
        begin() {
          const session = slotOf(workers[job]).open(job, spec)
          interrupt = session.close
          return session
        },
        rest: (why) =>
          new Promise((goOn) => {
            interrupt = rest(troubleOf(why), goOn)
          }),
        isLeft: () => isLeft,
      })
      const leave = pieces.return.bind(pieces)
      pieces.return = (value) => {
        isLeft = true
        interrupt()
        return leave(value)
      }
      return pieces as AsyncGenerator<never, void, unknown>
    },
    end: (job) => slots.get(workers[job])?.clear(),
    dispose: () => {
      for (const slot of slots.values()) slot.clear()
    },
  }
}

/** The jobs that wait until they are tried again, and what is in their way. */
function restingJobs() {
  const resting = new Map<Trouble, () => void>()
  const store = createStore<EngineState>(() => ({ trouble: undefined }))
  const tell = () => store.setState({ trouble: [...resting.keys()].at(-1) })
  return {
    store,
    /** Returns what ends the rest of a job. */
    rest(trouble: Trouble, goOn: () => void): () => void {
      resting.set(trouble, goOn)
      tell()
      return () => {
        if (resting.delete(trouble)) tell()
        goOn()
      }
    },
    retry() {
      const all = [...resting.values()]
      resting.clear()
      tell()
      for (const goOn of all) goOn()
    },
  }
}
