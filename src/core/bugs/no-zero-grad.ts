import { apply, name } from '../language/expression.ts'
import { bug } from './bug.ts'

const sum = 'bug.G'

/** The gradient of every step is added to those before. */
export const noZeroGrad = bug({
  id: 'no-zero-grad',
  name: 'Gradient not cleared',
  wrong: 'zero_grad() is missing',
  harm: 'each backward() adds to the gradients of all steps before',
  lesson:
    'Without zero_grad() each backward() adds to the gradients of all steps before: an undamped momentum that nobody asked for.',
  inRule: ({ lines }) => [
    { name: sum, value: apply('add', name(sum), name('g')) },
    { name: 'g', value: name(sum) },
    ...lines,
  ],
  inClosure: 'accumulated',
})
