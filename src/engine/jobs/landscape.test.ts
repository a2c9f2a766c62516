import { describe, expect, test } from 'vitest'
import type { Region } from '../../core/landscape/landscape.ts'
import type { ChunkOf } from '../job.ts'
import type { Reply, Request } from '../protocol.ts'
import { serve } from '../serve.ts'
import { steadyClock } from '../test/clock.ts'
import type { Jobs } from './index.ts'
import { jobs } from './landscape.ts'

const region: Region = { x: [-6, 6], y: [-6, 6] }
const spec = { f: 'himmelblau', region }

/** What is answered to requests, with the buffers that move, as a worker's page would get it. */
function answersTo(requests: readonly Request[]): { reply: Reply; transfer: Transferable[] }[] {
  const answers: { reply: Reply; transfer: Transferable[] }[] = []
  const endpoint = {
    onmessage: null as ((event: MessageEvent<Request>) => void) | null,
    postMessage(reply: Reply, transfer: Transferable[]) {
      answers.push({ reply: structuredClone(reply, { transfer }), transfer })
    },
  }
  serve(endpoint, jobs, steadyClock())
  for (const data of requests) endpoint.onmessage?.({ data } as MessageEvent<Request>)
  return answers
}

const askedOften = Array.from({ length: 100 }, () => ({ type: 'next', id: 1 }) as const)
const chunksOf = (job: 'landscape', of: typeof spec) =>
  answersTo([{ type: 'open', id: 1, job, spec: of }, ...askedOften]).flatMap(({ reply }) =>
    reply.type === 'chunks' ? (reply.chunks as readonly ChunkOf<Jobs['landscape']>[]) : [],
  )

describe('a landscape', () => {
  const chunks = chunksOf('landscape', spec)

  test('comes coarse and then fine, with the same levels and special points', () => {
    expect(chunks).toHaveLength(2)
    const [coarse, fine] = chunks.map(({ landscape }) => landscape)
    expect(fine?.columns).toBeGreaterThan(1.5 * (coarse?.columns ?? 0))
    expect(fine?.levels).toEqual(coarse?.levels)
    expect(chunks[1]?.critical).toEqual(chunks[0]?.critical)
    expect(chunks[0]?.critical).toHaveLength(9)
  })

  test('has an area for each level and all its values', () => {
    for (const { landscape } of chunks) {
      const { values, columns, rows, levels, areas, defined } = landscape
      expect(values).toHaveLength(columns * rows)
      expect(areas).toHaveLength(levels.values.length)
      expect(areas.every(({ ends }) => ends.length > 0)).toBe(true)
      expect(defined.ends).toHaveLength(1)
      expect(levels).toMatchObject({ kind: 'logarithmic', floor: expect.closeTo(0, 12) })
    }
  })

  test('moves its long columns instead of copying them', () => {
    const [{ reply, transfer } = { reply: undefined, transfer: [] }] = answersTo([
      { type: 'open', id: 1, job: 'landscape', spec },
      ...askedOften,
    ]).filter((answer) => answer.reply.type === 'chunks')
    const [chunk] = (reply as Extract<Reply, { type: 'chunks' }>).chunks
    const { landscape } = chunk as ChunkOf<Jobs['landscape']>
    expect(transfer).toHaveLength(1 + 2 * (landscape.areas.length + 1))
  })

  test('of a typed function is measured from the minimum that was found', () => {
    const [first] = chunksOf('landscape', { f: '(x - 1)^2 + abs(y) + 7', region })
    expect(first?.landscape.levels).toMatchObject({ kind: 'logarithmic', floor: 7 })
  })

  test('of a text that cannot be read fails with its sentence', () => {
    const answer = answersTo([
      { type: 'open', id: 1, job: 'landscape', spec: { f: 'x +', region } },
      { type: 'next', id: 1 },
    ]).at(-1)
    expect(answer?.reply).toMatchObject({
      type: 'failed',
      message: expect.stringMatching('Expected'),
    })
  })
})

test('a cloud comes in one piece', () => {
  const experiment = { f: 'x^2 + y^2', steps: 5, noise: 0.1, runs: [{ optimizer: 'sgd' }] }
  const answers = answersTo([
    { type: 'open', id: 1, job: 'cloud', spec: { experiment, run: 0, repeats: 3 } },
    ...askedOften,
  ])
  const chunks = answers.flatMap(({ reply }) => (reply.type === 'chunks' ? reply.chunks : []))
  expect(chunks).toMatchObject([{ repeats: 3, d: 2, n: 5 }])
  expect(answers.at(-1)?.reply.type).toBe('done')
})
