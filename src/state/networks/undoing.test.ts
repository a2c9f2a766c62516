import { expect, test } from 'vitest'
import { engineThat } from '../../engine/test/engineThat.ts'
import { createLab } from '../lab/createLab.ts'
import { setBatch, setUnits } from './edits.ts'
import { networks } from './networks.ts'

function opened() {
  const kind = networks({ id: 'network', initial: {}, exports: async () => [] })
  const lab = createLab(
    kind,
    engineThat(async function* () {}),
  )
  lab.open({
    ...{ data: { kind: 'circle', n: 20 }, layers: [5], batch: 4, epochs: 20, at: 24 },
    changes: [{ at: 10, batch: 8 }],
  })
  return lab
}

test('a step back from what began anew brings the training before, its story, and where one stood', () => {
  const lab = opened()
  const { experiment } = lab.store.getState()
  lab.rebuild(setUnits(0, 6))
  expect(lab.store.getState()).toMatchObject({ playhead: 0 })
  lab.seek(3.5)
  lab.undo()
  expect(lab.store.getState()).toMatchObject({ playhead: 24, playing: false })
  expect(lab.store.getState().experiment).toBe(experiment)
  lab.redo()
  expect(lab.store.getState()).toMatchObject({ playhead: 3, experiment: { layers: [6] } })
})

test('a step back from what changed on the way leaves one where one looks', () => {
  const lab = opened()
  lab.adjust(setBatch(16))
  lab.seek(30)
  lab.undo()
  expect(lab.store.getState()).toMatchObject({ playhead: 30 })
})
