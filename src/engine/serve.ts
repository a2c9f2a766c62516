// The worker's end: drives jobs, which are generators without time, as the page asks. It knows no job; a worker hands it a
// table of them (workers/).
import type { AnyJob, JobTable, Piece } from './job.ts'
import type { Endpoint, Reply, Request } from './protocol.ts'

/** A job answers at least this often (ms), so that a close is heard and silence means trouble. */
const longestSilence = 50
/** So long (ms) chunks are gathered, since each answer costs a way there and back. */
const shortestAnswer = 12

interface Task {
  readonly job: AnyJob
  readonly work: Generator<Piece<unknown>, void, never>
}

/** What a task has done since it was asked. */
interface Advance {
  readonly chunks: readonly unknown[]
  readonly isOver: boolean
  /** There is nothing to do before. */
  readonly until?: Promise<unknown>
}

/** Answers requests at one end. Nothing is computed that nobody asked for. */
export function serve(
  endpoint: Endpoint<Request, Reply>,
  jobs: JobTable,
  now = () => performance.now(),
): void {
  const tasks = new Map<number, Task>()
  const fail = (id: number, message: string) => {
    tasks.delete(id)
    endpoint.postMessage({ type: 'failed', id, message }, [])
  }
  const start = ({ id, job: name, spec }: Extract<Request, { type: 'open' }>) => {
    const job = jobs[name]
    if (job) tasks.set(id, { job, work: job.run(spec as never) })
    else fail(id, `This worker has no job ${name}`)
  }
  /** What a job has begun elsewhere it ends itself. */
  const leave = (id: number) => {
    tasks.get(id)?.work.return()
    tasks.delete(id)
  }
  const goOn = async (id: number, task: Task, message: unknown) => {
    try {
      const done = advance(task, message, now)
      if (done.isOver) tasks.delete(id)
      if (done.until !== undefined && done.chunks.length === 0)
        await noLongerThan(longestSilence, done.until)
      endpoint.postMessage(replyOf(id, done), buffersOf(task, done))
    } catch (error) {
      fail(id, error instanceof Error ? error.message : String(error))
    }
  }
  endpoint.onmessage = ({ data: request }) => {
    const task = tasks.get(request.id)
    if (request.type === 'open') start(request)
    else if (request.type === 'close') leave(request.id)
    else if (task) void goOn(request.id, task, request.message)
  }
  endpoint.postMessage({ type: 'ready' }, [])
}

/** Goes on until there is something to answer; what else is ready at once goes with it, unless the job listens. */
function advance({ job, work }: Task, message: unknown, now: () => number): Advance {
  const begun = now()
  const chunks: unknown[] = []
  for (let said = message; ; said = undefined) {
    const { done: isOver = false, value } = work.next(said as never)
    if (value && 'until' in value) return { chunks, isOver, until: value.until }
    if (value) chunks.push(value.chunk)
    const spent = now() - begun
    const isEnough = chunks.length > 0 && (job.listens || spent > shortestAnswer)
    if (isOver || isEnough || spent > longestSilence) return { chunks, isOver }
  }
}

const noLongerThan = (time: number, until: Promise<unknown>): Promise<unknown> =>
  Promise.race([until, new Promise((goOn) => setTimeout(goOn, time))])

function replyOf(id: number, { chunks, isOver }: Advance): Reply {
  if (chunks.length) return { type: 'chunks', id, chunks, isLast: isOver }
  return { type: isOver ? 'done' : 'busy', id }
}

/** What moves to the page instead of being copied; several arrays may share one piece of memory. */
function buffersOf({ job }: Task, { chunks }: Advance): Transferable[] {
  const views = chunks.flatMap((chunk) => job.transfers(chunk as never))
  return [...new Set(views.map(({ buffer }) => buffer as ArrayBuffer))]
}
