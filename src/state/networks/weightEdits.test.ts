import { expect, test } from 'vitest'
import { prepareNetwork } from '../../core/experiment/networkPrepare.ts'
import { single } from '../../core/networks/floats.ts'
import { plainKernels } from '../../core/networks/plainKernels.ts'
import { trainerOf } from '../../core/networks/training/trainer.ts'
import { setInit, setUnits } from './edits.ts'
import { setWeight, shortest } from './weightEdits.ts'

const experiment = {
  ...{ data: { kind: 'circle', n: 40 } as const, layers: [3], batch: 8, epochs: 5, at: 7 },
  changes: [
    { at: 4, hyper: { lr: 0.5 } },
    { at: 9, batch: 4 },
  ],
}

function trained(of: typeof experiment, steps: number) {
  const task = prepareNetwork(of)
  const trainer = trainerOf(task, task.runs[0] as (typeof task.runs)[number], plainKernels)
  for (let k = 0; k < steps; k++) trainer.advance()
  return { architecture: task.architecture, parameters: trainer.network.parameters.slice() }
}

test('a weight set by hand is what the network begins with, beside all others as they stood', () => {
  const { architecture, parameters } = trained(experiment, 7)
  const next = setWeight({ architecture, parameters, step: 7 }, 4, -1.5)(experiment)
  const begun = trained(next as typeof experiment, 0).parameters
  const wanted = parameters.slice()
  wanted[4] = -1.5
  expect([...begun]).toEqual([...wanted])
})

test('the training that begins there has the settings that held, and no story', () => {
  const { architecture, parameters } = trained(experiment, 7)
  const next = setWeight({ architecture, parameters, step: 7 }, 4, -1.5)(experiment)
  expect(next).not.toHaveProperty('changes')
  expect(next).not.toHaveProperty('at')
  expect(next.batch).toBe(8)
  expect(next.runs?.[0]?.hyper?.lr).toBe(0.5)
})

test('other layers or another beginning leave weights of one’s own behind', () => {
  const { architecture, parameters } = trained(experiment, 0)
  const next = setWeight({ architecture, parameters, step: 0 }, 0, 1)(experiment)
  expect(setUnits(0, 5)(next)).not.toHaveProperty('weights')
  expect(setInit('zeros')(next)).not.toHaveProperty('weights')
})

test('numbers of single precision are written as short as they can be', () => {
  const numbers = single(1000).map((_, i) => Math.sin(i) * 10 ** ((i % 9) - 4))
  for (const value of numbers) expect(Math.fround(shortest(value))).toBe(value)
  expect(shortest(Math.fround(0.1))).toBe(0.1)
  expect(shortest(0.1)).toBe(0.1)
})
