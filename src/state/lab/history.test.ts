import { expect, test } from 'vitest'
import { noHistory, remember, stepBack, stepForward } from './history.ts'

const moment = (f: string) => ({ experiment: { f }, selected: 0 })

test('a step back brings what was before, and a step forward brings it again', () => {
  const history = remember(noHistory, moment('a'), '', 0)
  const back = stepBack(history, moment('b'))
  expect(back?.moment).toEqual(moment('a'))
  const forth = back && stepForward(back.history, back.moment)
  expect(forth?.moment).toEqual(moment('b'))
  expect(forth?.history.past).toEqual([moment('a')])
})

test('a drag is one step, however many changes it makes', () => {
  let history = remember(noHistory, moment('0'), 'lr', 0)
  for (let t = 100; t < 5000; t += 100) history = remember(history, moment(String(t)), 'lr', t)
  expect(history.past).toEqual([moment('0')])
})

test('another thing, or the same after a while, is another step', () => {
  const first = remember(noHistory, moment('a'), 'lr', 0)
  expect(remember(first, moment('b'), 'start', 10).past).toHaveLength(2)
  expect(remember(first, moment('b'), 'lr', 5000).past).toHaveLength(2)
  expect(remember(remember(noHistory, moment('a'), '', 0), moment('b'), '', 1).past).toHaveLength(2)
})

test('a change after steps back forgets what would come again', () => {
  const back = stepBack(remember(noHistory, moment('a'), '', 0), moment('b'))
  expect(back && remember(back.history, moment('a'), '', 0).future).toEqual([])
})

test('there is nothing before the beginning or after the end', () => {
  expect(stepBack(noHistory, moment('a'))).toBeUndefined()
  expect(stepForward(noHistory, moment('a'))).toBeUndefined()
})
