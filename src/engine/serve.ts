import { jobs } from './jobs.ts'
import type { Chunk, Endpoint, Job, Reply, Request } from './protocol.ts'

/** A job answers at least this often (ms), so that a close is heard and silence means trouble. */
const longestSilence = 50

/** Answers requests at one end. One chunk per request, so nothing is computed that nobody asked for. */
export function serve(endpoint: Endpoint<Request, Reply>): void {
  const open = new Map<number, Generator<{ chunk: Chunk<Job> } | undefined, void>>()
  const answer = (id: number): Reply => {
    const job = open.get(id)
    if (!job) return { type: 'done', id }
    try {
      const reply = advance(job, id)
      if (reply.type === 'done') open.delete(id)
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

const start = ({ job, spec }: Extract<Request, { type: 'open' }>) =>
  (jobs[job] as (spec: unknown) => Generator<{ chunk: Chunk<Job> } | undefined, void>)(spec)

function advance(job: Generator<{ chunk: Chunk<Job> } | undefined, void>, id: number): Reply {
  const begun = performance.now()
  for (;;) {
    const { done, value } = job.next()
    if (done) return { type: 'done', id }
    if (value) return { type: 'chunk', id, chunk: value.chunk }
    if (performance.now() - begun > longestSilence) return { type: 'busy', id }
  }
}

/** The buffers of a trace move to the page instead of being copied. */
function buffersIn(reply: Reply): Transferable[] {
  if (reply.type !== 'chunk' || typeof reply.chunk !== 'object' || !('lines' in reply.chunk))
    return []
  const { x, f, grad, lr, evaluations, lines } = reply.chunk
  return [
    ...new Set(
      [x, f, grad, lr, evaluations, ...lines].map((column) => column.buffer as ArrayBuffer),
    ),
  ]
}
