// Hovering or focusing a symbol lights everything of the same name in its lab: arrow, slider, table heading, formula.
// A style rule does it, so no component has to know of any other.
import { useMemo } from 'react'
import { useRule } from './place.tsx'

/** HTML gets a tint; drawings make of --lit what suits them. */
const lit =
  '--lit: 1; border-radius: 3px; background-color: color-mix(in srgb, currentColor 18%, transparent);'

const nameAt = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.closest('[data-name]')?.getAttribute('data-name') ?? undefined)
    : undefined

/** Handlers for the element around everything in a place that can light up. */
export function useLight(place: string) {
  const rule = useRule(place)
  return useMemo(() => {
    const light = ({ target }: { readonly target: EventTarget | null }) => {
      const name = nameAt(target)
      if (name) rule.put(`[data-name="${CSS.escape(name)}"]`, lit)
      else rule.clear()
    }
    return {
      onPointerOver: light,
      // A finger that is lifted leaves it lit, until it touches something else.
      onPointerLeave: ({ pointerType }: { readonly pointerType: string }) => {
        if (pointerType !== 'touch') rule.clear()
      },
      onFocus: light,
      onBlur: rule.clear,
    }
  }, [rule])
}
