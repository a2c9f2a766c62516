// What a mouse is told that rests on something, told to whoever rests there by keys, or by a finger.
import styles from './Hints.module.css'

/** How long someone rests (ms) before it is said. */
const patience = { keys: 700, touch: 500 }
/** A finger that moves so far (pixels) does not rest. */
const still = 8
const gap = 6

/** The words, and what they are about. */
function hintAt(target: EventTarget | null): readonly [Element, string] | undefined {
  if (!(target instanceof Element)) return undefined
  const drawn = target.querySelector(':scope > title')?.textContent
  if (drawn) return [target, drawn]
  const named = target.closest<HTMLElement>('[title]')
  return named?.title ? [named, named.title] : undefined
}

/** Begins to listen. */
export function giveHints(): void {
  const bubble = document.createElement('div')
  bubble.className = styles.hint ?? ''
  // Screen readers have the same words as descriptions.
  bubble.ariaHidden = 'true'
  bubble.hidden = true
  let timer: ReturnType<typeof setTimeout> | undefined
  let down: PointerEvent | undefined

  const hide = () => {
    clearTimeout(timer)
    bubble.hidden = true
  }
  const later = (target: EventTarget | null, after: number) => {
    hide()
    const hint = hintAt(target)
    if (hint) timer = setTimeout(() => show(...hint), after)
  }
  const show = (about: Element, words: string) => {
    // A dialog has what is about its own on top of it.
    ;(about.closest('dialog') ?? document.body).append(bubble)
    bubble.textContent = words
    bubble.hidden = false
    const box = about.getBoundingClientRect()
    const below = box.bottom + gap
    const fits = below + bubble.offsetHeight <= innerHeight
    const left = Math.max(gap, Math.min(box.left, innerWidth - bubble.offsetWidth - gap))
    bubble.style.left = `${left}px`
    bubble.style.top = `${fits ? below : Math.max(gap, box.top - gap - bubble.offsetHeight)}px`
  }
  const focused = ({ target }: Pick<Event, 'target'>) => {
    if (target instanceof Element && target.matches(':focus-visible')) later(target, patience.keys)
  }
  addEventListener('focusin', focused)
  addEventListener('focusout', hide)
  addEventListener('keydown', hide)
  addEventListener('scroll', hide, { capture: true })
  addEventListener('pointerdown', (event) => {
    hide()
    down = event
    if (event.pointerType === 'touch') later(event.target, patience.touch)
  })
  addEventListener('pointermove', (event) => {
    const [x, y] = [down?.clientX ?? 0, down?.clientY ?? 0]
    if (event.pointerType === 'touch' && Math.hypot(event.clientX - x, event.clientY - y) > still)
      hide()
  })
  addEventListener('pointerup', () => clearTimeout(timer))
  addEventListener('pointercancel', hide)
  focused({ target: document.activeElement })
}
