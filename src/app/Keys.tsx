import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Key, Lab } from '../state/lab/lab.ts'
import { preferences, setLetterKeys } from '../state/preferences.ts'
import styles from './Keys.module.css'

const step = (lab: Lab, by: number) => {
  lab.pause()
  lab.seek(Math.floor(lab.store.getState().playhead) + by)
}
const toEnd = (lab: Lab) => {
  const { shown } = lab.store.getState()
  lab.pause()
  if (shown) lab.seek(shown.last)
}

const moves: readonly Key[] = [
  { key: 'ArrowLeft', shown: '←', words: 'one step back', act: (lab) => step(lab, -1) },
  { key: 'ArrowRight', shown: '→', words: 'one step forward', act: (lab) => step(lab, 1) },
  { key: 'Home', shown: 'Home', words: 'first step', act: (lab) => step(lab, -Infinity) },
  { key: 'End', shown: 'End', words: 'last step', act: toEnd },
]
const space: Key = {
  key: ' ',
  shown: 'Space',
  words: 'play or pause',
  act: (lab) => (lab.store.getState().playing ? lab.pause() : lab.play()),
}

const travels = [
  { shown: 'Ctrl+Z', words: 'undo' },
  { shown: 'Ctrl+Y', words: 'redo (or Ctrl+Shift+Z)' },
]

/** Whether a key takes a change back or brings it again. In text fields they belong to the text. */
function travelOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey) return undefined
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' ? 'redo' : undefined
}

const isText = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input[type=text], textarea') !== null

/** The keyboard: what is pressed where it means something else is left alone. The list of keys opens with ?. */
export function Keys({ lab }: { readonly lab: Lab }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const letterKeys = useStore(preferences, (state) => state.letterKeys)
  const letters: readonly Key[] = [
    { key: 'r', shown: 'R', words: 'reset to step 0', act: (it) => step(it, -Infinity) },
    ...lab.keys,
    { key: 'f', shown: 'F', words: 'full screen', act: (it) => void toggleFullScreen(it) },
    { key: '?', shown: '?', words: 'this list', act: () => dialog.current?.showModal() },
  ]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the letters are the same every time
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || dialog.current?.open) return
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
      key.act(lab)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [lab, letterKeys])

  return (
    <>
      <button
        type="button"
        aria-label="Keys"
        className={styles.button}
        onClick={() => dialog.current?.showModal()}
      >
        ?
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title" className={styles.dialog}>
        <h2 id="keys-title">Keys</h2>
        <dl>
          {[space, ...moves, ...travels, ...letters].map(({ shown, words }) => (
            <div key={shown}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <label>
          <input
            type="checkbox"
            checked={letterKeys}
            onChange={(event) => setLetterKeys(event.target.checked)}
          />
          Single letters are keys
        </label>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </>
  )
}

/** Space belongs to any control that has the focus; arrows to sliders, numbers, selects and tables; letters to text. */
function isFree({ key }: Key, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  const inside = (selector: string) => target.closest(selector) !== null
  if (inside('[role=menu]')) return false
  if (key === ' ')
    return !inside('button, input, select, textarea, a, [role=slider], [tabindex="0"]')
  if (inside('input[type=text], input[type=number], textarea')) return false
  return key.length === 1 || !inside('input, select, [role=slider], table, [tabindex="0"]')
}

/** Frames and telephones may forbid it. */
async function toggleFullScreen(lab: Lab): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen()
  } catch {
    lab.complain('This browser does not let the page fill the screen')
  }
}
