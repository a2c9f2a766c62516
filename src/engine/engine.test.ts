import { afterEach, describe, expect, test } from 'vitest'
import { job } from './job.ts'
import { jobs as rates } from './jobs/rates.ts'
import { type RaceSpec, jobs as runs } from './jobs/runs.ts'
import { jobs as scents } from './jobs/scents.ts'
import { all, engineInProcess, inProcess } from './test/inProcess.ts'

const race = (steps: number, runs = 1): RaceSpec => ({
  experiment: {
    f: 'x^2',
    steps,
    runs: Array.from({ length: runs }, () => ({ optimizer: 'sgd' })),
  },
})

/** Draws so many breaths before its only piece. */
const slow = job<number, string>({
  *run(breaths) {
    for (let i = 0; i < breaths; i++) yield undefined
    yield { chunk: 'done' }
  },
  transfers: () => [],
})

const jobs = { ...runs, ...rates, ...scents, slow }
let current: ReturnType<typeof start>
const start = () => engineInProcess(jobs)
/** What the page has asked of its first worker. */
const asked = () => current.spawned[0]?.requests.map(({ type }) => type) ?? []
const engine = () => {
  current = start()
  return current.engine
}

afterEach(() => current.engine.dispose())

describe('the iterator protocol', () => {
  test('one chunk for each run, then the end', async () => {
    const traces = await all(engine().run('descend', race(10, 3)))
    expect(traces.map((trace) => trace.f.length)).toEqual([11, 11, 11])
    expect(current.spawned).toHaveLength(1)
  })

  test('of some runs only, if no more are wanted', async () => {
    const { experiment } = race(10)
    const runs = [0.1, 0.2, 0.3].map((lr) => ({ optimizer: 'sgd', hyper: { lr } }))
    const spec = { experiment: { ...experiment, runs }, runs: [2, 0] }
    const traces = await all(engine().run('descend', spec))
    expect(traces.map(({ lr }) => lr[0])).toEqual([0.3, 0.1])
  })

  test('quantities still share memory with the lines they name', async () => {
    const [trace] = await all(engine().run('descend', race(5)))
    expect(trace?.quantities.x?.buffer).toBe(trace?.lines[0]?.buffer)
  })

  test('leaving the loop closes the job', async () => {
    for await (const _ of engine().run('descend', race(10, 3))) break
    expect(asked()).toEqual(['open', 'next', 'close'])
  })

  test('two jobs go on side by side', async () => {
    const running = engine()
    const [a, b] = await Promise.all([
      all(running.run('descend', race(10, 2))),
      all(running.run('descend', race(20, 2))),
    ])
    expect([a, b].map((traces) => traces.map((t) => t.f.length))).toEqual([
      [11, 11],
      [21, 21],
    ])
  })

  test('a long job says that it is busy, and is asked again', async () => {
    await expect(all(engine().run('slow', 100))).resolves.toEqual(['done'])
    expect(asked().filter((type) => type === 'next').length).toBeGreaterThan(10)
  })

  test('whoever leaves while a piece is awaited does not wait for it', async () => {
    const job = engine().run('slow', Number.POSITIVE_INFINITY)
    const piece = job.next()
    await job.return()
    await expect(piece).resolves.toMatchObject({ done: true })
    expect(asked().at(-1)).toBe('close')
  })

  test('an experiment that cannot start fails, and the engine lives on', async () => {
    const running = engine()
    await expect(all(running.run('descend', { experiment: { f: 'x +' } }))).rejects.toThrow(
      'Expected a number',
    )
    await expect(all(running.run('descend', race(3)))).resolves.toHaveLength(1)
    expect(current.spawned).toHaveLength(1)
  })

  test('a job that a worker does not have fails in its own words', async () => {
    current = engineInProcess(jobs, { spawn: () => inProcess(scents) })
    await expect(all(current.engine.run('slow', 1))).rejects.toThrow('This worker has no job slow')
    expect(current.spawned).toHaveLength(1)
  })

  test('each job is done by its worker, which starts when there is something to do', async () => {
    const addresses: string[] = []
    current = engineInProcess(jobs, {
      workers: { descend: 'runs', betterRate: 'rates', scent: 'scents', slow: 'slow' },
      spawn(address) {
        addresses.push(address)
        return inProcess(jobs)
      },
    })
    await all(current.engine.run('slow', 1))
    await all(current.engine.run('descend', race(3)))
    await all(current.engine.run('slow', 1))
    expect(addresses).toEqual(['slow', 'runs'])
  })
})

test('the largest rate that works is found by running', async () => {
  const spec = {
    experiment: { f: 'x^2', steps: 200, runs: [{ optimizer: 'sgd', hyper: { lr: 3 } }] },
    run: 0,
    wish: 'smaller' as const,
  }
  const [rate] = await all(engine().run('betterRate', spec))
  expect(rate).toBeGreaterThan(0.9)
  expect(rate).toBeLessThan(1)
})

test('where the rate is too small, one that comes furthest is found', async () => {
  for (const lr of [0, 1e-7, 1e-4]) {
    const spec = {
      experiment: { f: '(x - 3)^2', runs: [{ optimizer: 'sgd', hyper: { lr } }] },
      run: 0,
      wish: 'larger' as const,
    }
    const [rate] = await all(engine().run('betterRate', spec))
    expect(rate).toBeGreaterThan(0.3)
    expect(rate).toBeLessThan(0.7)
  }
})

test('the scent of a slider comes in passes, each twice as fine', async () => {
  const values = Array.from({ length: 49 }, (_, i) => 10 ** (-5 + i / 8))
  const spec = { ...race(30), run: 0, name: 'lr', values }
  const found = await all(engine().run('scent', spec))
  expect(found.map((pass) => pass.length)).toEqual([7, 6, 12, 24])
})
