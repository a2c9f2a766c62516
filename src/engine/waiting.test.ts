// Jobs that wait for something that is done elsewhere.
import { expect, test } from 'vitest'
import { job } from './job.ts'
import type { Reply, Request } from './protocol.ts'
import { serve } from './serve.ts'

/** A job at one end of the protocol, whose answers are gathered. */
function served(run: () => Generator<{ chunk: number } | { until: Promise<unknown> }, void>) {
  const replies: Reply[] = []
  const endpoint = {
    onmessage: null as ((event: { data: Request }) => void) | null,
    postMessage: (reply: Reply) => void replies.push(reply),
  }
  serve(endpoint as never, { work: job<undefined, number>({ run, transfers: () => [] }) })
  const ask = (request: Request) => endpoint.onmessage?.({ data: request })
  ask({ type: 'open', id: 1, job: 'work', spec: undefined })
  return { replies, ask, next: () => ask({ type: 'next', id: 1 }) }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('nothing is answered before what a job waits for has come', async () => {
  let come = () => {}
  const until = new Promise<void>((resolve) => {
    come = resolve
  })
  const { replies, next } = served(function* () {
    yield { until }
    yield { chunk: 7 }
  })
  next()
  await turn()
  expect(replies.map(({ type }) => type)).toEqual(['ready'])
  come()
  await turn()
  expect(replies.map(({ type }) => type)).toEqual(['ready', 'busy'])
  next()
  expect(replies.at(-1)).toMatchObject({ type: 'chunks', chunks: [7] })
})

test('a job that waits for something that never comes says that it is there, and can be left', async () => {
  let isOver = false
  const { replies, ask, next } = served(function* () {
    try {
      for (;;) yield { until: new Promise(() => {}) }
    } finally {
      isOver = true
    }
  })
  next()
  await expect.poll(() => replies.at(-1)?.type).toBe('busy')
  ask({ type: 'close', id: 1 })
  expect(isOver).toBe(true)
})

test('what was done before a wait is handed over at once', () => {
  const { replies, next } = served(function* () {
    yield { chunk: 1 }
    yield { until: new Promise(() => {}) }
  })
  next()
  expect(replies.at(-1)).toMatchObject({ type: 'chunks', chunks: [1] })
})
