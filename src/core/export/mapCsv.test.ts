import { expect, test } from 'vitest'
import type { MapExperiment } from '../maps/mapExperiment.ts'
import { sweep } from '../maps/sweep.ts'
import { mapCsv } from './mapCsv.ts'

test('a map is a table of its pixels, row by row from the bottom, empty where there is no value', () => {
  const experiment: MapExperiment = {
    f: 'square',
    steps: 2,
    map: {
      x: { of: 'start.x', from: 0, to: 4 },
      y: { of: 'lr', from: 0, to: 2 },
      show: 'steps',
      size: 2,
    },
  }
  expect(mapCsv(experiment, sweep(experiment)).split('\n')).toEqual([
    'x,y,value,outcome',
    '1,0.5,1,rests on the minimum at x = 0',
    '3,0.5,1,rests on the minimum at x = 0',
    '1,1.5,,runs on',
    '3,1.5,,runs on',
    '',
  ])
})

test('words with a comma stand in quotes', () => {
  const runs = [{ optimizer: 'sgd', hyper: { lr: 0.01 } }]
  const experiment = { f: 'himmelblau', runs, map: { size: 2 } }
  expect(mapCsv(experiment, sweep(experiment))).toMatch(/,"[^",]*,[^",]*"$/m)
})
