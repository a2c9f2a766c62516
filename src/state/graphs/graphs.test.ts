// The kind of the graph lab, without a page: what is shown, what is kept, and the steps that are taken.
import { describe, expect, test } from 'vitest'
import { runExperiment } from '../../core/index.ts'
import { layOut as laidOut } from '../../engine/jobs/layouts.ts'
import { engineThat } from '../../engine/test/engineThat.ts'
import { createLab } from '../lab/createLab.ts'
import { typeExpression } from './edits.ts'
import { graphs } from './graphs.ts'

const size = { width: 80, height: 60 }
const kind = graphs({
  id: 'graph',
  initial: { f: '2*(x*y + max(z, w))', start: { x: 3, y: -4, z: 2, w: -1 } },
  sizes: { node: () => size, label: () => size },
  exports: async () => [],
})

async function opened(link: string) {
  const engine = engineThat(async function* (_, spec) {
    yield laidOut(spec as never)
  })
  const lab = createLab(kind, engine)
  lab.openLink(link)
  await expect.poll(() => lab.store.getState().shown).toBeDefined()
  return lab
}

const lecture = '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:-1'

test('both passes are shown, with the place of each node', async () => {
  const lab = await opened(lecture)
  const { shown } = lab.store.getState()
  expect(shown?.values.at(-1)).toBe(-20)
  expect(shown?.layout.nodes.length).toBe(2 * (shown?.values.length ?? 0))
  expect(shown?.last).toBe(9)
})

test('where the nodes stand is known already, another value is shown at once', async () => {
  const lab = await opened(lecture)
  lab.change((experiment) => ({ ...experiment, start: { ...experiment.start, x: 5 } }))
  expect(lab.store.getState().shown?.values.at(-1)).toBe(-36)
})

describe('what cannot be used', () => {
  test('a text stays to be corrected, with what is shown', async () => {
    const lab = await opened(lecture)
    expect(lab.change(typeExpression('2*('))).toBe(false)
    expect(lab.store.getState()).toMatchObject({
      rejected: '2*(',
      experiment: { f: '2*(x*y+max(z,w))' },
    })
    lab.change(typeExpression('x*y'))
    expect(lab.store.getState()).toMatchObject({ rejected: undefined, problems: [] })
  })

  test.each([
    ['#/graph?f=x*y&start=x:3,q:1', 'f has no variable q', { f: 'x*y' }],
    ['#/graph?f=x*y&at=99', 'There is no step 99', { f: 'x*y' }],
    ['#/graph?f=x*(&start=x:3', 'Expected', { f: kind.initial.f }],
    ['#/graph?f=x*y&run=sgd(lr=-1)', 'must not be below 0', { f: 'x*y' }],
  ])('of a link the rest still works: %s', async (link, words, experiment) => {
    const { store } = await opened(link)
    expect(store.getState().problems.join()).toContain(words)
    expect(store.getState().experiment).toMatchObject(experiment)
  })
})

test('variables that an expression still has stay where they are', async () => {
  const lab = await opened(lecture)
  lab.change(typeExpression('x*y + q'))
  expect(lab.store.getState().prepared.point).toEqual({ q: 1, x: 3, y: -4 })
})

test('.grad adds up until zero_grad(), also over other values, and begins anew with another graph', async () => {
  const lab = await opened('#/graph?f=x^2&start=x:3')
  lab.backward()
  lab.change((experiment) => ({ ...experiment, start: { x: 1 } }))
  lab.backward()
  expect(lab.store.getState().grads).toMatchObject({ count: 2, sums: { x: 8 } })
  lab.zeroGrad()
  lab.backward()
  expect(lab.store.getState().grads).toMatchObject({ count: 1, sums: { x: 2 } })
  lab.change(typeExpression('x^3'))
  await expect.poll(() => lab.store.getState().shown?.experiment.f).toBe('x^3')
  lab.backward()
  expect(lab.store.getState().grads).toMatchObject({ count: 1, sums: { x: 3 } })
})

test.each(['sgd(lr=0.1)', 'sgd(lr=0.05,momentum=0.9)', 'adam(lr=0.3)', 'lbfgs(lr=1)'])(
  'steps are those of the optimizer, which remembers those before: %s',
  async (run) => {
    const lab = await opened(`#/graph?f=x^2+3*y^2+x*y&start=x:2,y:1&run=${run}`)
    for (let i = 0; i < 4; i++) lab.takeStep()
    const { prepared, experiment, walk } = lab.store.getState()
    const [trace] = runExperiment({
      f: 'x^2+3*y^2+x*y',
      start: [2, 1],
      steps: 4,
      runs: [experiment.run ?? { optimizer: 'sgd' }],
    })
    expect([prepared.point.x, prepared.point.y]).toEqual([...(trace?.x.slice(-2) ?? [])])
    expect(walk?.values).toEqual([...(trace?.f ?? [])])
  },
)

test('who moves a value begins to walk from there', async () => {
  const lab = await opened('#/graph?f=x^2&start=x:2&run=sgd(lr=0.25,momentum=0.9)')
  lab.takeStep()
  lab.change((experiment) => ({ ...experiment, start: { x: 4 } }))
  lab.takeStep()
  expect(lab.store.getState().prepared.point).toEqual({ x: 2 })
  expect(lab.store.getState().walk?.values).toHaveLength(2)
})

test('a step to nowhere is refused in a sentence', async () => {
  const lab = await opened('#/graph?f=exp(x)&start=x:700&run=sgd(lr=1000000)')
  lab.takeStep()
  expect(lab.store.getState().problems.join()).toContain('smaller learning rate')
  expect(lab.store.getState().prepared.point).toEqual({ x: 700 })
})
