import { expect, test } from 'vitest'
import { prepareNetwork } from '../../../core/experiment/networkPrepare.ts'
import { plainKernels } from '../../../core/networks/plainKernels.ts'
import { trainerOf } from '../../../core/networks/training/trainer.ts'
import { plain } from '../../../core/number.ts'
import { checkedInWords } from './checked.ts'

function looked(layers: readonly number[], batch: number | 'full') {
  const task = prepareNetwork({ data: { kind: 'circle', n: 100 }, layers, batch, split: 1 })
  const trainer = trainerOf(task, task.runs[0] as (typeof task.runs)[number], plainKernels)
  trainer.look()
  const { parameters, gradient } = trainer.network
  const model = { architecture: task.architecture, parameters }
  const of = {
    training: task.dataset.training,
    batch: trainer.places(),
    ...{ loss: task.loss, dropout: task.dropout },
  }
  return { model, of, gradient }
}

test('the slope of a small network is checked over the whole batch, and is the one that trains it', () => {
  const { model, of, gradient } = looked([4], 20)
  const words = checkedInWords(model, of, 5)
  expect(words).toMatch(/: \d+ digits agree, over the batch’s 20 points\.$/)
  expect(words).toContain(`Backpropagation says ${plain(gradient[5] as number, 4).slice(0, -1)}`)
})

test('a wide one over as many points as the page has time for, and it says so', () => {
  const { model, of } = looked([256, 256, 256], 'full')
  expect(checkedInWords(model, of, 0)).toMatch(/over the first \d+ of the batch’s 100 points\.$/)
})
