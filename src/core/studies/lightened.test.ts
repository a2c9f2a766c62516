import { expect, test } from 'vitest'
import { prepareNetwork } from '../experiment/networkPrepare.ts'
import { lightened } from './lightened.ts'

test('fewer points are as many judges less, in batches that are not larger than all of them', () => {
  const task = prepareNetwork({
    data: { kind: 'circle', n: 100 },
    epochs: 40,
    batch: 'full',
  })
  expect(lightened(task, 80)).toBe(task)
  const light = lightened(task, 40)
  expect(light.dataset.training.count).toBe(40)
  expect(light.dataset.validation.count).toBe(10)
  expect(light.pace).toMatchObject({ steps: 40, most: 40 })
})
