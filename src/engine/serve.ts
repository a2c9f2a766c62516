import type { Chunk, Endpoint, Job, Reply, Request } from './protocol.ts'

/** A job answers at least this often (ms), so that a close is heard and silence means trouble. */
const longestSilence = 50
/** So long (ms) chunks are gathered, since each answer costs a way there and back. */
const shortestAnswer = 12

type Work = Generator<{ chunk: Chunk<Job> } | undefined, void>
/** What an end can do; a job that it does not know is a mistake of whoever made the engine. */
type Skills = Readonly<Partial<Record<Job, (spec: never) => Work>>>

/** Answers requests at one end. One chunk per request, so nothing is computed that nobody asked for. */
export function serve(endpoint: Endpoint<Request, Reply>, jobs: Skills): void {
  const open = new Map<number, Work>()
  const start = ({ job, spec }: Extract<Request, { type: 'open' }>) => {
    const work = jobs[job]
    if (!work) throw new Error(`This worker has no job ${job}`)
    return work(spec as never)
  }
  const answer = (id: number): Reply => {
    const job = open.get(id)
    if (!job) return { type: 'done', id }
    try {
      const reply = advance(job, id)
      if (reply.type === 'done' || (reply.type === 'chunks' && reply.isLast)) open.delete(id)
      return reply
    } catch (error) {
      open.delete(id)
      return { type: 'failed', id, message: error instanceof Error ? error.message : String(error) }
    }
  }
  endpoint.onmessage = ({ data: request }) => {
    if (request.type === 'open') open.set(request.id, start(request))
    else if (request.type === 'close') open.delete(request.id)
    else {
      const reply = answer(request.id)
      endpoint.postMessage(reply, buffersIn(reply))
    }
  }
}

/** Goes on until there is something to answer; what else is ready at once goes with it. */
function advance(job: Work, id: number): Reply {
  const begun = performance.now()
  const chunks: Chunk<Job>[] = []
  for (;;) {
    const { done, value } = job.next()
    if (value) chunks.push(value.chunk)
    if (done)
      return chunks.length ? { type: 'chunks', id, chunks, isLast: true } : { type: 'done', id }
    const spent = performance.now() - begun
    if (chunks.length && spent > shortestAnswer)
      return { type: 'chunks', id, chunks, isLast: false }
    if (spent > longestSilence) return { type: 'busy', id }
  }
}

/** The buffers of what is long move to the page instead of being copied. */
function buffersIn(reply: Reply): Transferable[] {
  if (reply.type !== 'chunks') return []
  const columns = reply.chunks.flatMap((chunk) =>
    typeof chunk === 'object' ? columnsOf(chunk) : [],
  )
  return [...new Set(columns.map((column) => column.buffer as ArrayBuffer))]
}

function columnsOf(
  chunk: Extract<Chunk<Job>, object>,
): (Float64Array | Uint32Array | Int32Array)[] {
  if ('lines' in chunk) {
    const { x, f, grad, lr, evaluations, lines } = chunk
    return [x, f, grad, lr, evaluations, ...lines]
  }
  if ('landscape' in chunk) {
    const { values, areas, defined } = chunk.landscape
    return [values, ...[defined, ...areas].flatMap(({ points, ends }) => [points, ends])]
  }
  return 'paths' in chunk ? [...chunk.paths] : []
}
