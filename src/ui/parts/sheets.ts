// Style sheets that did not arrive. Vite asks for the style sheet of a chunk only once, so the page asks again.

const missing = new Set<HTMLLinkElement>()
let renewal: Promise<unknown> | undefined

/** What failed before anyone listened: there is no sheet, or one whose rules are none or are not given. */
function isMissing({ sheet }: HTMLLinkElement): boolean {
  try {
    return !sheet?.cssRules.length
  } catch {
    return true
  }
}

/** Begins to note which style sheets fail, and gets those that have failed already. */
export function watchSheets(): void {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')
  for (const link of links) if (isMissing(link)) missing.add(link)
  // Errors of elements do not bubble: they are caught on their way down.
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') missing.add(target)
    },
    true,
  )
}

/** Asks once more for each style sheet that did not arrive; fails if one of them still does not. */
export function renewSheets(): Promise<unknown> {
  renewal ??= Promise.all([...missing].map(renew)).finally(() => {
    renewal = undefined
  })
  return renewal
}

function renew(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const again = link.cloneNode() as HTMLLinkElement
    again.onload = () => resolve()
    again.onerror = () => reject(new Error(`${link.href} did not load`))
    link.replaceWith(again)
    missing.delete(link)
  })
}
