import { expect, test } from 'vitest'
import { parts } from '../core/experiment/parts.ts'
import { readExperiment } from './files.ts'

test('what was saved is read', () => {
  const experiment = {
    lab: 'curve',
    f: 'x^2',
    start: [1],
    steps: 3,
    runs: [{ optimizer: 'sgd', hyper: { lr: 1 } }],
  }
  expect(readExperiment(parts, JSON.stringify(experiment), 'a.json')).toEqual({
    experiment,
    complaints: [],
  })
})

test.each([
  ['not json at all', /is not an experiment saved by Descent/],
  ['[1, 2]', /is not an experiment saved by Descent/],
  ['null', /is not an experiment saved by Descent/],
  ['{"f": 3}', /`f` in a.json must be an expression/],
  ['{"f": "x", "start": "1"}', /`start` in a.json must be a list of numbers/],
  ['{"f": "x", "runs": [1]}', /`runs` in a.json must be a list of runs/],
  ['{"runs": []}', /a.json has no `f`/],
  [
    '{"f": "x", "runs": [{"optimizer": "adam", "hyper": null}]}',
    /`hyper` in a run of a.json must be/,
  ],
  ['{"f": "x", "runs": [{"optimizer": "adam", "speed": 2}]}', /`speed` in a run of a.json is not/],
  ['{"f": "x", "colour": 1}', /`colour` in a.json is not known/],
  ['{"f": "x", "constructor": 1}', /`constructor` in a.json is not known/],
])('%s is complained about', (text, complaint) => {
  expect(readExperiment(parts, text, 'a.json').complaints).toEqual([
    expect.stringMatching(complaint),
  ])
})
