import { describe, expect, test } from 'vitest'
import type { NetworkExperiment } from '../../core/experiment/networkExperiment.ts'
import { prepareNetwork } from '../../core/experiment/networkPrepare.ts'
import { plainKernels } from '../../core/networks/plainKernels.ts'
import type { Trainee } from '../../core/networks/training/course.ts'
import { trainerOf } from '../../core/networks/training/trainer.ts'
import { toItsEnd } from '../../core/work.ts'
import { all, engineInProcess, turn } from '../test/inProcess.ts'
import { jobs, type NetworkSlice, type NetworkSliceSpec } from './networkSlices.ts'

const experiment: NetworkExperiment = {
  data: { kind: 'circle', n: 15, seed: 1 },
  layers: [3],
  activation: 'tanh',
  epochs: 12,
  runs: [
    { optimizer: 'sgd', hyper: { lr: 0.5 } },
    { optimizer: 'adam', hyper: { lr: 0.05 } },
  ],
}

/** What is recorded of a race: the parameters before each epoch and at the end. */
const recorded = () => {
  const task = prepareNetwork(experiment)
  return task.runs.map((run) => {
    const trainer = trainerOf(task, run as Trainee, plainKernels)
    const moments = [trainer.network.parameters.slice()]
    for (let epoch = 0; epoch < task.epochs; epoch++) {
      do trainer.advance()
      while (!trainer.isAtEpoch())
      moments.push(trainer.network.parameters.slice())
    }
    return { moments, loss: toItsEnd(trainer.training()).loss }
  })
}

const race = recorded()
const specOf = (plane: NetworkSliceSpec['plane']): NetworkSliceSpec => ({
  experiment,
  paths: race.map(({ moments }) => moments),
  run: 1,
  plane,
})
const computed = (plane: NetworkSliceSpec['plane']) =>
  all(engineInProcess(jobs).engine.run('networkSlice', specOf(plane)))
const both = { random: computed('random'), principal: computed('principal') }

/** Where the center lies on the whole grid, as shares of its sides. */
function nearCenter({ window: { x, y }, heights }: NetworkSlice): number {
  const { columns, rows, values } = heights?.even ?? { columns: 0, rows: 0, values: [] }
  const index = ([from, to]: readonly [number, number], count: number) =>
    Math.round((-from / (to - from)) * (count - 1))
  return values[index(y, rows) * columns + index(x, columns)] ?? Number.NaN
}

describe.each(['random', 'principal'] as const)('a slice along a %s plane', (plane) => {
  test('comes in pieces from coarse to fine, with all paths from the first on', async () => {
    const pieces = await both[plane]
    expect(pieces[0]).toMatchObject({ share: 0, measured: { points: 12, of: 12 } })
    expect(pieces[0]?.heights).toBeUndefined()
    const shares = pieces.map(({ share }) => share)
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    const sizes = pieces.flatMap(({ heights }) => heights?.even.columns ?? [])
    expect(sizes).toEqual([9, 17, 33, 65, 129])
    expect(pieces.length).toBeGreaterThan(3 * sizes.length)
    for (const { paths } of pieces) {
      expect(paths.map(({ points }) => points.length)).toEqual([26, 26])
      expect([...(paths[1]?.points.subarray(-2) ?? [])]).toEqual([0, 0])
    }
  })

  test('has levels on either scale, with an area for each', async () => {
    const { heights } = (await both[plane]).at(-1) as Required<NetworkSlice>
    for (const kind of ['logarithmic', 'even'] as const) {
      const { levels, areas, defined } = heights[kind]
      expect(levels.kind).toBe(kind)
      expect(levels.values.length).toBeGreaterThan(5)
      expect(areas).toHaveLength(levels.values.length)
      expect(defined.ends).toHaveLength(1)
    }
  })

  test('is near its center as high as the network at the end of its training', async () => {
    const last = (await both[plane]).at(-1) as NetworkSlice
    expect(nearCenter(last) / (race[1]?.loss ?? 0)).toBeGreaterThan(0.9)
    expect(nearCenter(last) / (race[1]?.loss ?? 0)).toBeLessThan(1.1)
  })
})

test('a principal plane says how much of the way it explains, a random one does not', async () => {
  const [principal, random] = [await both.principal, await both.random]
  const [first = 0, second = 0] = principal[0]?.explained ?? []
  expect(first).toBeGreaterThan(second)
  expect(first + second).toBeGreaterThan(0.8)
  expect(first + second).toBeLessThanOrEqual(1 + 1e-12)
  expect(random[0]?.explained).toBeUndefined()
})

test('leaving the loop cancels it: the worker is told, and nothing more is asked for', async () => {
  const { engine, spawned } = engineInProcess(jobs)
  for await (const { heights } of engine.run('networkSlice', specOf('principal')))
    if (heights) break
  await turn()
  const requests = spawned[0]?.requests ?? []
  expect(requests.at(-1)?.type).toBe('close')
  const before = requests.length
  await turn()
  expect(requests).toHaveLength(before)
})

test('without a path there is no center, which is said', async () => {
  const { engine } = engineInProcess(jobs)
  await expect(
    all(engine.run('networkSlice', { ...specOf('random'), paths: [[], []] })),
  ).rejects.toThrow('there is no path')
})
