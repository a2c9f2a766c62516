import { describe, expect, test } from 'vitest'
import { job } from './job.ts'
import { all, engineInProcess, inProcess, turn } from './test/inProcess.ts'

/** As many pieces as are asked for. */
const count = job<number, number>({
  *run(pieces) {
    for (let chunk = 1; chunk <= pieces; chunk++) {
      yield { chunk }
      // Long enough for an answer of its own.
      yield undefined
    }
  },
  transfers: () => [],
})
const jobs = { count }
const [patience, arrival] = [3000, 20_000]

/** Workers that hear only so many wishes for a piece, one after the other; then well ones. */
const withWorkers = (...answers: readonly number[]) => {
  const left = [...answers]
  return engineInProcess(jobs, { spawn: () => inProcess(jobs, left.shift()) })
}

describe('a worker', () => {
  test('that falls silent is replaced and the job sent again', async () => {
    const { engine, spawned, clock } = withWorkers(0)
    const pieces = all(engine.run('count', 3))
    await spawned[0]?.arrived
    clock.pass(patience - 1)
    expect(spawned[0]?.isTerminated).toBe(false)
    clock.pass(1)
    await expect(pieces).resolves.toEqual([1, 2, 3])
    expect(spawned.map((w) => w.isTerminated)).toEqual([true, false])
    engine.dispose()
  })

  test('may take longer until its script has arrived', async () => {
    const { engine, spawned, clock } = withWorkers()
    const pieces = all(engine.run('count', 3))
    clock.pass(arrival - 1)
    await expect(pieces).resolves.toEqual([1, 2, 3])
    expect(spawned).toHaveLength(1)
    engine.dispose()
  })

  test('that dies is replaced at once, and what was delivered is not delivered again', async () => {
    const { engine, spawned } = withWorkers()
    const job = engine.run('count', 4)
    const found = [await job.next(), await job.next()].map(({ value }) => value)
    spawned[0]?.fail()
    expect([...found, ...(await all(job))]).toEqual([1, 2, 3, 4])
    expect(spawned).toHaveLength(2)
    engine.dispose()
  })

  test('that is gone takes nothing of its successor with it', async () => {
    const { engine, spawned, clock } = withWorkers()
    const resting = engine.run('count', 2)
    await resting.next()
    spawned[0]?.fail()
    await all(engine.run('count', 1))
    spawned[0]?.fail()
    const rest = all(resting)
    clock.pass(patience - 1)
    await expect(rest).resolves.toEqual([2])
    expect(spawned.map((w) => w.isTerminated)).toEqual([true, false])
    engine.dispose()
  })

  test('is silent without meaning anything while the page is hidden', async () => {
    let isVisible = false
    const left = [0]
    const { engine, spawned, clock } = engineInProcess(jobs, {
      spawn: () => inProcess(jobs, left.shift()),
      isVisible: () => isVisible,
    })
    const pieces = all(engine.run('count', 1))
    await spawned[0]?.arrived
    for (let i = 0; i < 5; i++) clock.pass(patience)
    expect(spawned[0]?.isTerminated).toBe(false)
    isVisible = true
    clock.pass(patience)
    await expect(pieces).resolves.toEqual([1])
    engine.dispose()
  })
})

/** Workers whose scripts do not arrive while there is no connection. */
const withConnection = () => {
  const connection = { isOn: false }
  const started = engineInProcess(jobs, {
    spawn() {
      const worker = inProcess(jobs, connection.isOn ? undefined : 0)
      if (!connection.isOn) queueMicrotask(worker.fail)
      return worker
    },
  })
  return { ...started, connection, trouble: () => started.engine.store.getState().trouble }
}

describe('a job', () => {
  test('whose worker is lost twice rests until it is tried again, and the engine says so', async () => {
    const { engine, spawned } = withWorkers(3, 0)
    const job = engine.run('count', 4)
    const found = [await job.next(), await job.next()].map(({ value }) => value)
    const rest = all(job)
    for (const i of [0, 1]) {
      await spawned[i]?.arrived
      spawned[i]?.fail()
      await turn()
    }
    expect(spawned).toHaveLength(2)
    expect(engine.store.getState().trouble).toMatchObject({
      loss: 'silent',
      message: expect.stringContaining('Try again'),
    })
    engine.retry()
    expect(engine.store.getState().trouble).toBeUndefined()
    expect([...found, ...(await rest)]).toEqual([1, 2, 3, 4])
    engine.dispose()
  })

  test('whose script does not arrive is done when it can be loaded', async () => {
    const { engine, connection, trouble } = withConnection()
    const pieces = all(engine.run('count', 2))
    for (let i = 0; i < 3; i++) {
      await turn()
      expect(trouble()).toMatchObject({ loss: 'absent' })
      engine.retry()
      expect(trouble()).toBeUndefined()
    }
    await turn()
    connection.isOn = true
    engine.retry()
    await expect(pieces).resolves.toEqual([1, 2])
    expect(trouble()).toBeUndefined()
    engine.dispose()
  })

  test('that rests may be left, and is then in the way of nobody', async () => {
    const { engine, connection, spawned, trouble } = withConnection()
    const job = engine.run('count', 2)
    const piece = job.next()
    await turn()
    expect(trouble()).toBeDefined()
    await job.return()
    await expect(piece).resolves.toMatchObject({ done: true })
    expect(trouble()).toBeUndefined()
    connection.isOn = true
    await expect(all(engine.run('count', 1))).resolves.toEqual([1])
    engine.retry()
    expect(spawned).toHaveLength(3)
    engine.dispose()
  })

  test('rests while another one, in another worker, goes on', async () => {
    const both = { ...jobs, other: count }
    const { engine } = engineInProcess(both, {
      workers: { count: 'good', other: 'bad' },
      spawn(address) {
        const worker = inProcess(both, address === 'bad' ? 0 : undefined)
        if (address === 'bad') queueMicrotask(worker.fail)
        return worker
      },
    })
    const resting = engine.run('other', 1)
    const piece = resting.next()
    await expect(all(engine.run('count', 1))).resolves.toEqual([1])
    await turn()
    expect(engine.store.getState().trouble?.loss).toBe('absent')
    await resting.return()
    await piece
    engine.dispose()
  })

  test('where there are no workers says so in a sentence', async () => {
    const { engine } = engineInProcess(jobs, {
      spawn() {
        throw new ReferenceError('Worker is not defined')
      },
    })
    const job = engine.run('count', 1)
    const piece = job.next()
    await turn()
    const { trouble } = engine.store.getState()
    expect(trouble?.loss).toBe('unsupported')
    expect(trouble?.message).toContain('this browser has no Web Workers')
    await job.return()
    await piece
  })
})

describe('of 50 rounds in which all workers are killed', () => {
  const all3 = { a: count, b: count, c: count }
  const start = () =>
    engineInProcess(all3, {
      workers: { a: 'A', b: 'B', c: 'C' },
      spawn: () => inProcess(all3),
    })
  const names = ['a', 'b', 'c'] as const

  test.each([
    ['in the middle of a job', 1],
    ['before the first answer', 0],
    ['while they rest', 3],
  ])('50 recover: %s', async (_, before) => {
    const { engine, spawned } = start()
    for (let round = 0; round < 50; round++) {
      const running = names.map((name) => engine.run(name, 3))
      const found: number[][] = [[], [], []]
      for (const [i, job] of running.entries())
        for (let k = 0; k < before; k++) found[i]?.push((await job.next()).value as number)
      const rest = running.map(all)
      for (const worker of spawned.filter((w) => !w.isTerminated)) worker.fail()
      const ends = await Promise.all(rest)
      expect(ends.map((end, i) => [...(found[i] ?? []), ...end])).toEqual(
        names.map(() => [1, 2, 3]),
      )
    }
    expect(spawned.filter((w) => !w.isTerminated).length).toBeLessThanOrEqual(3)
    expect(engine.store.getState().trouble).toBeUndefined()
    engine.dispose()
  })

  test('50 recover when each job came to rest: killed twice, then tried again', async () => {
    const { engine, spawned } = start()
    const kill = () => {
      for (const worker of spawned.filter((w) => !w.isTerminated)) worker.fail()
    }
    for (let round = 1; round <= 50; round++) {
      const pieces = Promise.all(names.map((name) => all(engine.run(name, 3))))
      kill()
      await turn()
      kill()
      await turn()
      expect(engine.store.getState().trouble).toBeDefined()
      engine.retry()
      expect(await pieces).toEqual(names.map(() => [1, 2, 3]))
      expect(engine.store.getState().trouble).toBeUndefined()
    }
    engine.dispose()
  })
})
