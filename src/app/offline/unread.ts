// Texts that could not be read stay to be corrected, also when the page is loaded anew: they are typed again.
import { textFields } from '../../ui/typing.ts'

/** A text, and the field that it stood in: the n-th of its name, from 0. */
export interface Typed {
  readonly name: string
  readonly index: number
  readonly text: string
}

type Field = HTMLInputElement | HTMLTextAreaElement

const fields = () => [...document.querySelectorAll<Field>(textFields)]
const nameOf = (field: Field) => field.labels?.[0]?.textContent ?? field.ariaLabel ?? ''
const named = (name: string) => fields().filter((field) => nameOf(field) === name)

/** What stands in the page and could not be read. */
export const unread = (): readonly Typed[] =>
  fields()
    .filter(({ ariaInvalid }) => ariaInvalid === 'true')
    .map((field) => {
      const name = nameOf(field)
      return { name, index: named(name).indexOf(field), text: field.value }
    })

/** So long (ms) fields may take to come. */
const patience = 20_000

/** Types texts again, each as soon as its field is there. */
export function retype(texts: readonly Typed[]): void {
  let left = texts
  const look = () => {
    left = left.filter((typed) => !isTyped(typed))
    if (left.length === 0) observer.disconnect()
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), patience)
  look()
}

function isTyped({ name, index, text }: Typed): boolean {
  const field = named(name)[index]
  if (!field) return false
  // Someone has gone on already.
  if (document.activeElement === field) return true
  const { prototype } =
    field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  // As React hears of it: it keeps count of what it has written itself.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}
