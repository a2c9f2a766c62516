// One page may hold several labs: what belongs to one of them ends at its edge.
import { type ComponentProps, createContext, useContext, useEffect, useState } from 'react'

/** Says where a lab begins: an attribute of the element around it. */
export const placeAttribute = 'data-place'

/** The lab that parts stand in, as the attribute of its place has it. */
export const Place = createContext('')

/** A style rule that holds inside one place, for whatever is or comes there. */
interface Rule {
  readonly put: (selector: string, declarations: string) => void
  readonly clear: () => void
  /** Takes it out of the page. */
  readonly end: () => void
}

/** The nearest place's own; it ends with the component that asks for it. */
export function useRule(place: string): Rule {
  const [rule] = useState(() => ruleIn(place))
  useEffect(() => rule.end, [rule])
  return rule
}

function ruleIn(place: string): Rule {
  let sheet: CSSStyleSheet | undefined
  return {
    put(selector, declarations) {
      if (!sheet) {
        sheet = new CSSStyleSheet()
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      }
      sheet.replaceSync(
        `[${placeAttribute}="${CSS.escape(place)}"] ${selector} { ${declarations} }`,
      )
    },
    clear: () => sheet?.replaceSync(''),
    end() {
      if (!sheet) return
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
      sheet = undefined
    },
  }
}

/** What a page of several labs calls the one that parts stand in. */
export const Owner = createContext<string | undefined>(undefined)

/** A region of the page; beside another lab it has the name of its own, so that no two are called the same. */
export function Region({ name, ...rest }: { name: string } & ComponentProps<'section'>) {
  const owner = useContext(Owner)
  return <section {...rest} aria-label={owner ? `${name}, ${owner}` : name} />
}
