// A frame in another page: `?embed=plot,time` before the fragment shows just those panels of a lab, `?embed` all of them, and
// neither shows the shell around them.
import { type Arrangement, type PanelName, panels } from '../panels/lab/arrangement.tsx'

export interface Embedding extends Arrangement {
  /** Words that name no panel. */
  readonly unknown: readonly string[]
}

/** What the query of an address wants to be shown; nothing where the page is no frame's. */
export function embeddingIn(search: string): Embedding | undefined {
  const said = new URLSearchParams(search).get('embed')
  if (said === null) return undefined
  const words = said.split(/[\s,]+/).filter(Boolean)
  const known = panels.filter((name) => words.includes(name))
  return {
    fills: true,
    shown: known.length ? new Set<PanelName>(known) : undefined,
    unknown: words.filter((word) => !known.some((name) => name === word)),
  }
}
