import { expect, test } from 'vitest'
import { engineThat } from '../../engine/test/engineThat.ts'
import { createLab } from '../lab/createLab.ts'
import { setActivation, setLayerActivation, setUnits } from './edits.ts'
import { networks } from './networks.ts'

function opened() {
  const kind = networks({ id: 'network', initial: {}, exports: async () => [] })
  const lab = createLab(
    kind,
    engineThat(async function* () {}),
  )
  lab.open({ data: { kind: 'circle', n: 20 }, layers: [5, 3], activation: 'elu', epochs: 2 })
  return lab
}
const modelOf = (lab: ReturnType<typeof opened>) => {
  const { layers, activation } = lab.store.getState().experiment
  return { layers, activation }
}

test('layers that were taken away come back with their sizes and activations', () => {
  const lab = opened()
  lab.rebuild(setLayerActivation(1, 'relu'))
  lab.deepen(0)
  expect(modelOf(lab)).toEqual({ layers: [], activation: [] })
  lab.deepen(1)
  expect(modelOf(lab)).toEqual({ layers: [5], activation: ['elu'] })
  lab.rebuild(setUnits(0, 7))
  lab.deepen(3)
  expect(modelOf(lab)).toEqual({ layers: [7, 3, 3], activation: ['elu', 'relu', 'relu'] })
})

test('an activation that is chosen for all is that of those that come back', () => {
  const lab = opened()
  lab.rebuild(setLayerActivation(1, 'relu'))
  lab.deepen(1)
  lab.rebuild(setActivation('tanh'))
  lab.deepen(2)
  expect(modelOf(lab)).toEqual({ layers: [5, 3], activation: 'tanh' })
})

test('another experiment brings none of the layers of the one before', () => {
  const lab = opened()
  lab.deepen(0)
  lab.open({ layers: [], epochs: 2 })
  lab.deepen(2)
  expect(modelOf(lab).layers).toEqual([8, 8])
})
