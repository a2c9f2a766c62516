import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Experiment } from '../../core/experiment/experiment.ts'
import { isShown, looks, setLook } from './looks.ts'

const bowl: Experiment = { f: 'bowl' }
const shownIn = (experiment: Experiment) => looks.filter((look) => isShown(experiment, look))

test('where nothing is said, the usual is shown; where something is, exactly that', () => {
  expect(shownIn(bowl)).toEqual(['vectors', 'repeats'])
  expect(shownIn({ ...bowl, show: ['field'] })).toEqual(['field'])
  expect(shownIn({ ...bowl, show: [] })).toEqual([])
})

test.each(looks)(
  '%s is switched and switched back, and the experiment is the one of before',
  (look) => {
    const isOn = isShown(bowl, look)
    const switched = setLook(look, !isOn)(bowl)
    expect(isShown(switched, look)).toBe(!isOn)
    expect(looks.filter((other) => isShown(switched, other) !== isShown(bowl, other))).toEqual([
      look,
    ])
    expect(setLook(look, isOn)(switched)).toEqual(bowl)
  },
)

test('the README lists the words', () => {
  // Where its lines break is nobody's business.
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ')
  expect(readme).toContain(`The surface shows ${looks.map((look) => `\`${look}\``).join(', ')};`)
  expect(readme).toContain(`usual are \`${shownIn(bowl)}\``)
})
