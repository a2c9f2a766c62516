// A frame in another page: `?embed=plot,time` before the fragment shows just those panels of a lab, `?embed` all of them, and
// neither shows the shell around them.
import type { ComponentType } from 'react'
import { type Arrangement, type PanelName, panels } from '../panels/lab/arrangement.tsx'
import { FrameBar, type FrameBarProps } from './FrameBar.tsx'

export interface Framing extends Arrangement {
  /** Words that name no panel. */
  readonly unknown: readonly string[]
  /** What stands there instead of the shell. */
  readonly Bar: ComponentType<FrameBarProps>
}

/** What the query of an address wants to be shown; nothing where the page is no frame's. */
export function framingIn(search: string): Framing | undefined {
  const said = new URLSearchParams(search).get('embed')
  if (said === null) return undefined
  const words = said.split(/[\s,]+/).filter(Boolean)
  const known = panels.filter((name) => words.includes(name))
  return {
    Bar: FrameBar,
    fills: true,
    shown: known.length ? new Set<PanelName>(known) : undefined,
    unknown: words.filter((word) => !known.some((name) => name === word)),
  }
}
