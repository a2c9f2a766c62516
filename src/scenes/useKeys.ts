// The keyboard of a lab: what is pressed where it means something else is left alone.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Key, Lab } from '../state/lab/lab.ts'
import { preferences } from '../state/preferences.ts'
import { textFields } from '../ui/typing.ts'

const step = (lab: Lab, by: number) => {
  lab.pause()
  lab.seek(Math.floor(lab.store.getState().playhead) + by)
}
const toEnd = (lab: Lab) => {
  const { shown } = lab.store.getState()
  lab.pause()
  if (shown) lab.seek(shown.last)
}

export const moves: readonly Key[] = [
  { key: 'ArrowLeft', shown: '←', words: 'one step back', act: (lab) => step(lab, -1) },
  { key: 'ArrowRight', shown: '→', words: 'one step forward', act: (lab) => step(lab, 1) },
  { key: 'Home', shown: 'Home', words: 'first step', act: (lab) => step(lab, -Infinity) },
  { key: 'End', shown: 'End', words: 'last step', act: toEnd },
]
export const space: Key = {
  key: ' ',
  shown: 'Space',
  words: 'play or pause',
  act: (lab) => (lab.store.getState().playing ? lab.pause() : lab.play()),
}

/** Single letters of every lab; whoever wants none switches them off. */
export const lettersOf = (lab: Lab): readonly Key[] => [
  { key: 'r', shown: 'R', words: 'reset to step 0', act: (it) => step(it, -Infinity) },
  ...lab.keys,
]

/** Whether a key takes a change back or brings it again. In text fields they belong to the text. */
function travelOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return undefined
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' ? 'redo' : undefined
}

const isText = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input[type=text]:not([role=spinbutton]), textarea') !== null

/**
 * Keys that are pressed in a place mean its lab.
 * @param letters single letters that mean something there
 */
export function useKeys(lab: Lab, letters: readonly Key[], place: Document | HTMLElement | null) {
  const letterKeys = useStore(preferences, (state) => state.letterKeys)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the letters are the same every time
  useEffect(() => {
    const onKeyDown = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.defaultPrevented || !place) return
      // A dialog has all keys.
      if (document.querySelector('dialog:modal')) return
      const travel = travelOf(event)
      if (travel && !isText(event.target)) {
        event.preventDefault()
        lab[travel]()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const key = [...moves, space, ...(letterKeys ? letters : [])].find(
        (candidate) => candidate.key === event.key.toLowerCase() || candidate.key === event.key,
      )
      if (!key || !isFree(key, event.target)) return
      event.preventDefault()
      key.act(lab, place)
    }
    place?.addEventListener('keydown', onKeyDown)
    return () => place?.removeEventListener('keydown', onKeyDown)
  }, [lab, letterKeys, place])
}

/** Space belongs to any control that has the focus; arrows to sliders, numbers, selects and tables; letters to text. */
function isFree({ key }: Key, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  const inside = (selector: string) => target.closest(selector) !== null
  if (inside('[role=menu]')) return false
  if (key === ' ')
    return !inside('button, input, select, textarea, a, [role=slider], [tabindex="0"]')
  if (inside(textFields)) return false
  return key.length === 1 || !inside('input, select, [role=slider], table, [tabindex="0"]')
}
