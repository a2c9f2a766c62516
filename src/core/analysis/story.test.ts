import { describe, expect, test } from 'vitest'
import type { Trace } from '../descent/trace.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { prepare, type Run } from '../experiment/prepare.ts'
import { runExperiment } from '../runs/runExperiment.ts'
import { storyOf } from './story.ts'

function story(experiment: Experiment, index = 0, minima?: readonly (readonly number[])[]) {
  const prepared = prepare(experiment)
  const loss = { ...prepared.loss, ...(minima && { minima }) }
  const trace = runExperiment(experiment)[index] as Trace
  return storyOf({ ...prepared, loss }, prepared.runs[index] as Run, trace)
}

const descent = (lr: number, rest: Partial<Experiment> = {}): Experiment => ({
  f: 'x^2/2',
  start: [8],
  steps: 6,
  runs: [{ optimizer: 'sgd', hyper: { lr } }],
  ...rest,
})

// The point is 8/2ᵏ, f is 32/4ᵏ.
test('a path that halves its distance to the minimum in each step', () => {
  expect(story(descent(0.5))).toEqual([
    'It starts at x = 8, f = 32.',
    'In 6 steps it goes a way of length 7.875, to a point 7.875 from the start. It never turns back.',
    'f is lowest at the last step: x = 0.125, f = 0.007813.',
    'Of this fall of 31.99, 50 % after 1 step, 90 % after 2 steps and 99 % after 4 steps are done. It never rises.',
    'It ends at x = 0.125, f = 0.007813; the slope there is 0.125.',
  ])
})

// The point is 8·(−1/2)ᵏ: the lengths of the steps are 12/2ᵏ.
test('a path that goes to and fro turns back at every point between', () => {
  expect(story(descent(1.5))[1]).toBe(
    'In 6 steps it goes a way of length 23.63, to a point 7.875 from the start. It turns back 5 times.',
  )
})

// Straight to the origin: the distance 5 is halved.
test('two variables are told as one', () => {
  const f = '(x^2 + y^2)/2'
  const [start, course, , , end, goal] = story(descent(0.5, { f, start: [3, -4], steps: 2 }), 0, [
    [0, 0],
    [9, 9],
  ])
  expect(start).toBe('It starts at x = 3, y = −4, f = 12.5.')
  expect(course).toContain('In 2 steps it goes a way of length 3.75, to a point 3.75 from')
  expect(end).toBe('It ends at x = 0.75, y = −1, f = 0.7813; the slope there is 1.25.')
  expect(goal).toBe('The nearest known minimum, x = 0, y = 0, f = 0, is 1.25 away.')
})

describe('what goes wrong is told as well', () => {
  test('a loss that never falls', () => {
    expect(story(descent(3, { steps: 3 }))[2]).toBe('f never comes below what it is at the start.')
    expect(story(descent(3, { steps: 3 }))).toHaveLength(4)
  })

  test('a loss that rises in between', () => {
    // Heavy ball with μ = 1 on x²/2 swings as long as it runs: f falls and rises.
    const swinging = descent(0.5, {
      steps: 8,
      runs: [{ optimizer: 'sgd', hyper: { lr: 0.5, momentum: 1 } }],
    })
    const trace = runExperiment(swinging)[0] as Trace
    const rises = trace.f.filter((f, k) => k > 0 && f > (trace.f[k - 1] as number)).length
    expect(rises).toBeGreaterThan(1)
    expect(story(swinging)[3]).toContain(`It rises in ${rises} steps.`)
  })

  test('no step at all', () => {
    expect(story(descent(0.5, { steps: 0 }))).toEqual([
      'It starts at x = 8, f = 32.',
      'It takes no step.',
      'The slope there is 8.',
    ])
  })
})

test('a run that maximizes rises', () => {
  const text = story(
    descent(0.5, { runs: [{ optimizer: 'sgd', hyper: { lr: 0.5, maximize: true } }] }),
  ).join(' ')
  // 8·1.5⁶ = 91.125
  expect(text).toContain('f is highest at the last step: x = 91.13')
  expect(text).toContain('Of this rise of')
  expect(text).toContain('It never falls.')
})

test('a branch says where it comes from', () => {
  const runs = [
    { optimizer: 'sgd', hyper: { lr: 0.5 } },
    { optimizer: 'adam', hyper: { lr: 0.5 }, from: { run: 0, step: 3 } },
  ]
  expect(story(descent(0.5, { runs }), 1)[1]).toBe('It leaves the path of SGD at step 3.')
})
