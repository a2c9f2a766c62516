// KaTeX comes after the first picture: until then formulas are plain text.
import { arrival } from '../parts/arrival.ts'
import { useArrived } from '../parts/Part.tsx'

export type Katex = typeof import('katex').default

/** KaTeX with all that it needs. */
export const katex = arrival(
  async (): Promise<Katex> => (await import('./wholeKatex.ts')).wholeKatex(),
)

/** KaTeX once it is there. */
export const useKatex = (): Katex | undefined => useArrived(katex)

const marks = ['\\htmlData', '\\htmlClass']

/** Typesets into an element. Rendering into the DOM, unlike innerHTML, needs no inline styles that the policy forbids. */
export function typeset(engine: Katex, latex: string, element: HTMLElement): void {
  withStylesAllowed(() =>
    engine.render(latex, element, {
      output: 'html',
      throwOnError: false,
      trust: ({ command }) => marks.includes(command),
      strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'warn'),
    }),
  )
}

/**
 * KaTeX writes the style of the pieces of tall braces, and of what it cannot read, as an attribute, which the policy blocks;
 * the same text given to the style object is allowed.
 */
function withStylesAllowed(render: () => void): void {
  const styled = [SVGElement.prototype, HTMLElement.prototype]
  for (const one of styled)
    one.setAttribute = function (this: SVGElement | HTMLElement, name: string, value: string) {
      if (name === 'style') this.style.cssText = value
      else Element.prototype.setAttribute.call(this, name, value)
    }
  try {
    render()
  } finally {
    for (const one of styled) Reflect.deleteProperty(one, 'setAttribute')
  }
}
