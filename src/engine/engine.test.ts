import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Experiment } from '../core/experiment/experiment.ts'
import { type Connection, createEngine, type Engine, EngineError } from './client.ts'
import { jobs } from './jobs/runs.ts'
import type { Reply, Request } from './protocol.ts'
import { serve } from './serve.ts'

const experiment = (steps: number, runs = 1): Experiment => ({
  f: 'x^2',
  steps,
  runs: Array.from({ length: runs }, () => ({ optimizer: 'sgd' })),
})

interface Watched extends Connection {
  readonly requests: Request[]
  terminated: boolean
}

/** A worker in this thread: the real server at the other end of a channel. */
function inProcess(answers = Infinity): Watched {
  const { port1, port2 } = new MessageChannel()
  serve(port2 as never, jobs)
  const requests: Request[] = []
  let left = answers
  const connection: Watched = {
    requests,
    terminated: false,
    onerror: null,
    onmessage: null,
    postMessage(message) {
      requests.push(message)
      if (message.type !== 'next' || left-- > 0) port1.postMessage(message)
    },
    terminate() {
      connection.terminated = true
      port1.close()
      port2.close()
    },
  }
  port1.onmessage = (event: MessageEvent<Reply>) => connection.onmessage?.(event)
  return connection
}

const spawned: Watched[] = []
let engine: Engine | undefined

function start(makers: readonly (() => Watched)[], patience = 200, isVisible = () => true): Engine {
  engine = createEngine({
    patience,
    isVisible,
    spawn: () => {
      const connection = (makers[spawned.length] ?? inProcess)()
      spawned.push(connection)
      return connection
    },
  })
  return engine
}

afterEach(() => {
  engine?.dispose()
  spawned.length = 0
})

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const piece of pieces) list.push(piece)
  return list
}

describe('the iterator protocol', () => {
  test('one chunk for each run, then the end', async () => {
    const traces = await all(start([]).run('descend', experiment(10, 3)))
    expect(traces.map((trace) => trace.f.length)).toEqual([11, 11, 11])
    expect(spawned).toHaveLength(1)
  })

  test('quantities still share memory with the lines they name', async () => {
    const [trace] = await all(start([]).run('descend', experiment(5)))
    expect(trace?.quantities.x?.buffer).toBe(trace?.lines[0]?.buffer)
  })

  test('leaving the loop closes the job', async () => {
    for await (const _ of start([]).run('descend', experiment(10, 3))) break
    const types = spawned[0]?.requests.map((r) => r.type)
    expect(types).toEqual(['open', 'next', 'close'])
  })

  test('two jobs go on side by side', async () => {
    const running = start([])
    const [a, b] = await Promise.all([
      all(running.run('descend', experiment(10, 2))),
      all(running.run('descend', experiment(20, 2))),
    ])
    expect([a, b].map((traces) => traces.map((t) => t.f.length))).toEqual([
      [11, 11],
      [21, 21],
    ])
  })

  test('a long job says that it is busy, and can be cancelled in between', async () => {
    const running = start([])
    const job = running.run('descend', {
      f: 'sin(x)*tanh(x)',
      steps: 1_000_000,
      runs: [{ optimizer: 'nadam' }],
    })
    const first = job.next()
    await vi.waitFor(() =>
      expect(spawned[0]?.requests.filter((r) => r.type === 'next').length).toBeGreaterThan(1),
    )
    await expect(first).resolves.toMatchObject({ done: false })
  })

  test('an experiment that cannot start fails, and the engine lives on', async () => {
    const running = start([])
    await expect(all(running.run('descend', { f: 'x +' }))).rejects.toThrow('Expected a number')
    await expect(all(running.run('descend', experiment(3)))).resolves.toHaveLength(1)
    expect(spawned).toHaveLength(1)
  })

  test('the largest rate that works is found by running', async () => {
    const spec = {
      experiment: { f: 'x^2', steps: 200, runs: [{ optimizer: 'sgd', hyper: { lr: 3 } }] },
      run: 0,
    }
    const [rate] = await all(start([]).run('largestRate', spec))
    expect(rate).toBeGreaterThan(0.97)
    expect(rate).toBeLessThan(1)
  })
})

describe('the scent of a slider', () => {
  const values = Array.from({ length: 49 }, (_, i) => 10 ** (-5 + i / 8))
  const spec = { experiment: experiment(30), run: 0, name: 'lr', values }

  test('comes in passes, each twice as fine', async () => {
    const found = await all(start([]).run('scent', spec))
    expect(found.map((pass) => pass.length)).toEqual([7, 6, 12, 24])
  })

  test('a long one says that it is busy, and can be cancelled in between', async () => {
    const running = start([])
    const job = running.run('scent', { ...spec, experiment: experiment(100_000) })
    const first = job.next()
    await vi.waitFor(() =>
      expect(spawned[0]?.requests.filter((r) => r.type === 'next').length).toBeGreaterThan(1),
    )
    await expect(first).resolves.toMatchObject({ done: false })
    await job.return()
    expect(spawned[0]?.requests.at(-1)).toMatchObject({ type: 'close' })
    await expect(all(running.run('descend', experiment(3)))).resolves.toHaveLength(1)
  })
})

describe('recovery', () => {
  test('a silent worker is replaced and the experiment sent again', async () => {
    const traces = await all(start([() => inProcess(0)]).run('descend', experiment(10)))
    expect(traces).toHaveLength(1)
    expect(spawned.map((w) => w.terminated)).toEqual([true, false])
  })

  test('what was delivered before is not delivered again', async () => {
    const traces = await all(start([() => inProcess(2)]).run('descend', experiment(10, 4)))
    expect(traces.map((t) => t.label)).toEqual(['SGD', 'SGD 2', 'SGD 3', 'SGD 4'])
  })

  test('a worker that dies is replaced at once', async () => {
    const running = start([() => inProcess(0)], 60_000)
    const traces = all(running.run('descend', experiment(10)))
    await vi.waitFor(() => expect(spawned[0]?.requests).toHaveLength(2))
    spawned[0]?.onerror?.(new Event('error') as ErrorEvent)
    await expect(traces).resolves.toHaveLength(1)
  })

  test('the second silence is an error with a sentence', async () => {
    const running = start([() => inProcess(0), () => inProcess(0)], 50)
    await expect(all(running.run('descend', experiment(10)))).rejects.toThrow(EngineError)
    await expect(all(running.run('descend', experiment(10)))).resolves.toHaveLength(1)
  })

  test('while the page is hidden, silence means nothing', async () => {
    let visible = false
    const running = start([() => inProcess(0)], 30, () => visible)
    const traces = all(running.run('descend', experiment(10)))
    await vi.waitFor(() => expect(spawned[0]?.requests).toHaveLength(2))
    await new Promise((done) => setTimeout(done, 120))
    expect(spawned).toHaveLength(1)
    visible = true
    await expect(traces).resolves.toHaveLength(1)
    expect(spawned).toHaveLength(2)
  })
})
