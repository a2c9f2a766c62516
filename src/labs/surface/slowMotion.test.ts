import { expect, test, vi } from 'vitest'
import { descended, engineThat } from '../../engine/test/engineThat.ts'
import { slowMotionOf } from '../../panels/time/slowly.ts'
import { endSlowMotion, playSlowly } from '../../panels/time/slowMotion.ts'
import { startClock } from '../../plot/clock.ts'
import { createLab } from '../../state/lab/createLab.ts'
import { surface } from './surface.ts'

vi.mock('../../plot/clock.ts', () => ({ startClock: vi.fn() }))
vi.stubGlobal('matchMedia', () => ({ matches: false }))

const engine = engineThat((_, spec) => descended(spec))

/** A lab that shows something, with the tick of the clock of its cartoon. */
async function labThatPlays(start: string) {
  const lab = createLab(surface, engine)
  lab.openLink(`#/surface?f=x^2+y^2&start=${start}&steps=5&run=sgd(lr=0.1)`)
  await vi.waitFor(() => expect(lab.store.getState().shown).toBeDefined())
  const stop = vi.fn()
  let tick = (_: number) => {}
  vi.mocked(startClock).mockImplementationOnce((listener) => {
    tick = listener
    return stop
  })
  playSlowly(lab)
  return {
    lab,
    stop,
    tick: (seconds: number) => tick(seconds),
    now: () => slowMotionOf(lab).getState().now,
  }
}

test('two labs on one page play slowly side by side', async () => {
  const one = await labThatPlays('2,1')
  const other = await labThatPlays('1,2')
  one.tick(0.8)
  expect(one.now()).toMatchObject({ k: 0, stage: 0, part: 0.5, names: ['g'] })
  expect(other.now()).toMatchObject({ k: 0, stage: 0, part: 0 })
  endSlowMotion(other.lab)
  expect(other.stop).toHaveBeenCalledTimes(1)
  expect(other.now()).toBeUndefined()
  expect(one.stop).not.toHaveBeenCalled()
  one.tick(100)
  expect(one.lab.store.getState().playhead).toBe(1)
  expect(other.lab.store.getState().playhead).toBe(0)
  expect(one.now()).toBeUndefined()
})
