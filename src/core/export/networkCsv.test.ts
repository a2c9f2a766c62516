import { expect, test } from 'vitest'
import { trainNetwork } from '../runs/trainNetwork.ts'
import { networkCsv } from './networkCsv.ts'

const adam = { optimizer: 'adam', hyper: { lr: 0.01 } }
const small = { layers: [3], epochs: 2, runs: [adam, adam] }

test('of classes each row has every number, and they read back', () => {
  const trainings = trainNetwork({ ...small, data: { kind: 'xor', n: 20 } })
  const [header, ...rows] = networkCsv(trainings).trimEnd().split('\n')
  expect(header).toBe('run,epoch,loss,validation,accuracy')
  expect(rows.map((row) => row.split(',').slice(0, 2).join())).toEqual(
    ['Adam', 'Adam 2'].flatMap((run) => [0, 1, 2].map((epoch) => `${run},${epoch}`)),
  )
  const [first] = trainings
  expect(rows[1]?.split(',').slice(2).map(Number)).toEqual(
    [first?.losses, first?.validation, first?.accuracy].map((column) => column?.[1]),
  )
})

test('what is not there is empty', () => {
  const table = networkCsv(trainNetwork({ ...small, data: { kind: 'linear', n: 20 }, split: 1 }))
  expect(table.split('\n')[1]).toMatch(/^Adam,0,[\d.]+,,$/)
})
