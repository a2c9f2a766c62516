// Workers of this thread, for tests: the real server at the other end of a channel.
import { createEngine, type Engine, type EngineOptions } from '../client.ts'
import type { JobTable } from '../job.ts'
import type { Reply, Request } from '../protocol.ts'
import { serve } from '../serve.ts'
import type { Connection } from '../slot.ts'
import { type HandClock, handClock, steadyClock } from './clock.ts'

export interface Watched extends Connection {
  readonly requests: Request[]
  /** Resolves when the script has arrived. */
  readonly arrived: Promise<void>
  isTerminated: boolean
  /** What the page hears of an error in the worker, or of a script that does not arrive. */
  fail(): void
}

/** A worker with some jobs, which hears so many wishes for a piece and then no more. */
export function inProcess(jobs: JobTable, answers = Number.POSITIVE_INFINITY): Watched {
  const { port1, port2 } = new MessageChannel()
  let arrive = () => {}
  serve(port2 as never, jobs, steadyClock())
  let left = answers
  const connection: Watched = {
    requests: [],
    arrived: new Promise((resolve) => {
      arrive = resolve
    }),
    isTerminated: false,
    onerror: null,
    onmessage: null,
    postMessage(message) {
      connection.requests.push(message)
      if (message.type !== 'next' || left-- > 0) port1.postMessage(message)
    },
    terminate() {
      connection.isTerminated = true
      port1.close()
      port2.close()
    },
    fail: () => connection.onerror?.(new Event('error') as ErrorEvent),
  }
  port1.onmessage = (event: MessageEvent<Reply>) => {
    connection.onmessage?.(event)
    if (event.data.type === 'ready') arrive()
  }
  return connection
}

export interface InProcess<Table extends JobTable> {
  readonly engine: Engine<Table>
  /** All workers that were started, dead ones too. */
  readonly spawned: readonly Watched[]
  readonly clock: HandClock
}

/** An engine with workers of this thread, on a clock that stands still. */
export function engineInProcess<Table extends JobTable>(
  jobs: Table,
  {
    spawn = () => inProcess(jobs),
    ...options
  }: Partial<Omit<EngineOptions<Table>, 'spawn'>> & {
    readonly spawn?: (address: string) => Watched
  } = {},
): InProcess<Table> {
  const spawned: Watched[] = []
  const clock = handClock()
  const alone = Object.fromEntries(Object.keys(jobs).map((job) => [job, 'all']))
  const engine = createEngine<Table>({
    workers: alone as EngineOptions<Table>['workers'],
    after: clock.after,
    ...options,
    spawn(address) {
      const worker = spawn(address)
      spawned.push(worker)
      return worker
    },
  })
  return { engine, spawned, clock }
}

/** Lets everything happen that needs no time. */
export const turn = () => new Promise((resolve) => setImmediate(resolve))

/** All pieces of a job. */
export async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const piece of pieces) list.push(piece)
  return list
}
