// Which lab is shown, and what of it comes back: a page without a browser, whose address is a text.
import { afterEach, expect, test, vi } from 'vitest'
import { descended, engineThat } from '../engine/test/engineThat.ts'
import { createOpenLabs } from './openLabs.ts'

/** What the address bar does: it holds a fragment, and tells whoever listens of another one. */
function page(fragment: string) {
  let hash = fragment
  const listeners: (() => void)[] = []
  const go = (to: string) => {
    hash = to
    for (const listen of listeners) listen()
  }
  vi.stubGlobal('location', {
    get hash() {
      return hash
    },
    set hash(to: string) {
      go(to)
    },
  })
  vi.stubGlobal('history', {
    state: null,
    replaceState(_: unknown, __: string, link: string) {
      hash = link
    },
  })
  vi.stubGlobal('addEventListener', (_: string, listen: () => void) => listeners.push(listen))
  vi.useFakeTimers()
  const labs = createOpenLabs(engineThat((_, spec) => descended(spec)))
  const shown = () => {
    const { lab } = labs.current()
    return { id: lab.id, lab, ...lab.store.getState() }
  }
  return { labs, go, shown, bar: () => hash }
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const partly = '#/curve?f=x^2&start=3&colour=red'
const warning = expect.stringContaining('`colour` in the link is not known')

test('what was said of a link is not said again when someone comes back to its lab', async () => {
  const { go, shown, bar } = page(partly)
  await vi.waitUntil(() => shown().shown)
  expect(shown()).toMatchObject({ id: 'curve', problems: [warning] })
  go('#/surface?f=x*y')
  expect(shown()).toMatchObject({ id: 'surface', problems: [] })
  go('#/curve/')
  expect(shown()).toMatchObject({ id: 'curve', problems: [], experiment: { f: 'x^2' } })
  vi.runAllTimers()
  expect(bar()).toMatch(/^#\/curve\?f=x\^2&start=3&steps=50/)
})

test('it is said again with the link itself', () => {
  const { go, shown } = page(partly)
  go('#/surface?f=x*y')
  go(partly)
  expect(shown()).toMatchObject({ id: 'curve', problems: [warning] })
})

test('a file that comes late takes nobody away from where they have gone since', async () => {
  const { labs, go, shown } = page(partly)
  const text = JSON.stringify({ lab: 'curve', f: 'x^4', start: [1] })
  const file = () => ({ name: 'mine.json', size: text.length, text: async () => text })
  const late = labs.openFile(file())
  go('#/surface?f=x*y')
  await late
  expect(shown()).toMatchObject({ id: 'surface', experiment: { f: 'x*y' }, problems: [] })
  await labs.openFile(file())
  expect(shown()).toMatchObject({ id: 'curve', experiment: { f: 'x^4' } })
})

test('without a lab in the address nothing is said', () => {
  const { go, shown } = page(partly)
  go('')
  expect(shown()).toMatchObject({ id: 'curve', problems: [] })
})

test('who goes to another lab leaves the link to what was shown last, for the way back', () => {
  const { labs, shown, bar } = page(partly)
  shown().lab.change((experiment) => ({ ...(experiment as object), start: [4] }))
  const left = vi.spyOn(history, 'replaceState')
  labs.visit('surface')
  expect(left).toHaveBeenCalledWith(null, '', expect.stringMatching(/^#\/curve\?f=x\^2&start=4/))
  expect(bar()).toMatch(/^#\/surface/)
})
