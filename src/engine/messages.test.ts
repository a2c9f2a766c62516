import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Engine } from './client.ts'
import { job, listeningJob } from './job.ts'
import { all, engineInProcess, inProcess } from './test/inProcess.ts'

/** A training in miniature: a weight that falls by a rate which can be changed on the way. */
const train = listeningJob<
  { readonly rate: number; readonly steps: number },
  { readonly weight: number; readonly rate: number },
  { readonly rate: number }
>({
  *run({ rate, steps }) {
    let [weight, now] = [1, rate]
    for (let step = 0; step < steps; step++) {
      weight -= now * weight
      // A breath: nobody can say anything in it.
      yield undefined
      const said = yield { chunk: { weight, rate: now } }
      if (said) now = said.rate
    }
  },
  transfers: () => [],
  listens: true,
})

const echo = job<string, string>({
  *run(word) {
    yield { chunk: word }
  },
  transfers: () => [],
})
const jobs = { train, echo }
const spec = { rate: 0.5, steps: 5 }

describe('a message to a running job', () => {
  test('holds from the very next piece', async () => {
    const { engine } = engineInProcess(jobs)
    const training = engine.run('train', spec)
    const weights = [await training.next(), await training.next()]
    weights.push(await training.next({ rate: 0.25 }), await training.next())
    expect(weights.map(({ value }) => value)).toEqual([
      { weight: 0.5, rate: 0.5 },
      { weight: 0.25, rate: 0.5 },
      { weight: 0.1875, rate: 0.25 },
      { weight: 0.140625, rate: 0.25 },
    ])
    engine.dispose()
  })

  test('may be followed by another before the first is answered', async () => {
    const { engine } = engineInProcess(jobs)
    const training = engine.run('train', spec)
    await training.next()
    const [a, b] = await Promise.all([training.next({ rate: 0.1 }), training.next({ rate: 0.2 })])
    expect([a, b].map(({ value }) => value?.rate)).toEqual([0.1, 0.2])
    engine.dispose()
  })

  test('is heard again, in its place, by a job that is begun anew', async () => {
    const told = async (answers: number) => {
      const left = [answers]
      const { engine, spawned } = engineInProcess(jobs, {
        spawn: () => inProcess(jobs, left.shift()),
      })
      const training = engine.run('train', spec)
      const found = [await training.next(), await training.next()]
      found.push(await training.next({ rate: 0.25 }))
      const next = training.next({ rate: 0.125 })
      if (Number.isFinite(answers)) spawned[0]?.fail()
      found.push(await next)
      const rest = await all(training)
      engine.dispose()
      return { pieces: [...found.map(({ value }) => value), ...rest], workers: spawned.length }
    }
    const whole = await told(Number.POSITIVE_INFINITY)
    expect(whole.pieces.map((piece) => piece?.rate)).toEqual([0.5, 0.5, 0.25, 0.125, 0.125])
    await expect(told(3)).resolves.toEqual({ ...whole, workers: 2 })
  })

  test('goes to jobs that take it, as they take it', () => {
    type Run = Engine<typeof jobs>['run']
    expectTypeOf<ReturnType<typeof run>>().toEqualTypeOf<AsyncGenerator<string, void, undefined>>()
    const run = (engine: { run: Run }) => engine.run('echo', 'word')
    const training = (engine: { run: Run }) => engine.run('train', spec)
    type Said = Parameters<ReturnType<typeof training>['next']>
    expectTypeOf<Said>().toEqualTypeOf<[] | [{ readonly rate: number } | undefined]>()
    // @ts-expect-error: there is no such job
    expectTypeOf((engine: { run: Run }) => engine.run('walk', spec)).toBeFunction()
    // @ts-expect-error: the specification of another job
    expectTypeOf((engine: { run: Run }) => engine.run('echo', spec)).toBeFunction()
  })
})
