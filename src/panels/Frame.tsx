// panels/: what stands around a plot, by its place on the page; panels read the store and call the lab’s functions.
//
// A lab in its places on the page, whatever its kind: what it is about, its picture, time, tables, and what is said of it.
import { type ReactNode, startTransition, useEffect, useId, useLayoutEffect, useState } from 'react'
import type { Lab } from '../state/lab/lab.ts'
import { katex } from '../ui/formula/katex.ts'
import { useLight } from '../ui/light.ts'
import { useMedia, wide } from '../ui/media.ts'
import { Boundary, Renewal } from '../ui/parts/Boundary.tsx'
import { Place, placeAttribute } from '../ui/place.tsx'
import { SpeakerContext } from '../ui/typing.ts'
import styles from './Frame.module.css'
import { Panel, type PanelName, useArrangement, useSide } from './lab/arrangement.tsx'
import { LabContext, useLabState } from './lab/labContext.ts'
import { Clock } from './time/Clock.tsx'

interface Places {
  /** What is looked at: chosen, typed, with its numbers. */
  readonly bar: ReactNode
  readonly picture: ReactNode
  readonly transport: ReactNode
  /** Tables and charts. */
  readonly drawer: ReactNode
  /** Formulas and controls. */
  readonly panel: ReactNode
  /** Words on what is seen. */
  readonly told: ReactNode
}

/** A lab around its picture. */
export function Frame({ lab, ...places }: Places & { readonly lab: Lab }) {
  return (
    <LabContext value={lab}>
      <SpeakerContext value={lab}>
        <Clock lab={lab} />
        <Parts {...places} />
      </SpeakerContext>
    </LabContext>
  )
}

function Parts(places: Places) {
  const shown = useLabState((state) => state.shown)
  const place = useId()
  const light = useLight(place)
  const { fills, shown: panels } = useArrangement()
  const side = useSide()
  const isReady = useReady(shown, place)
  useEnd(isReady && !places.drawer)
  if (!isReady) return null
  return (
    <Renewal value={shown}>
      <Place value={place}>
        <div
          className={styles.lab}
          data-side={side}
          data-fills={fills ? '' : undefined}
          // Nothing is set beside the picture.
          data-reads={panels?.has('controls') === false ? '' : undefined}
          {...{ [placeAttribute]: place }}
          {...light}
        >
          <Arranged {...places} />
        </div>
      </Place>
    </Renewal>
  )
}

/** Whether there is something to show; then the welcome goes, and KaTeX comes. */
function useReady(shown: object | undefined, place: string): boolean {
  const [ready, setReady] = useState(shown !== undefined)
  useEffect(() => {
    // In pieces, between which the page answers.
    if (shown) startTransition(() => setReady(true))
  }, [shown])
  useEffect(() => {
    if (ready) void katex.whole()
  }, [ready])
  useLayoutEffect(() => {
    if (!ready) return
    // Not as a :has of the style sheet: with each mark that is drawn, all styles of the page would be computed anew.
    document.body.dataset.shows = place
    return () => {
      delete document.body.dataset.shows
    }
  }, [ready, place])
  return ready
}

/** What is said of problems stands over what comes last: not where that is the time. */
function useEnd(isTime: boolean): void {
  useLayoutEffect(() => {
    if (!isTime) return
    document.body.dataset.ends = 'time'
    return () => {
      delete document.body.dataset.ends
    }
  }, [isTime])
}

/** Each part in its place. In one column the order is that of the page itself, so that the keyboard follows the eye. */
function Arranged({ bar, picture, transport, drawer, panel, told }: Places) {
  const isWide = useMedia(wide)
  const { companion, kept } = useArrangement()
  const beside = companion && <Boundary key="companion">{companion}</Boundary>
  const above = inPanel('function', bar)
  const drawn = inPanel('plot', picture)
  const time = kept?.has('time') ? (
    <div key="time" className={styles.kept} inert>
      {transport}
    </div>
  ) : (
    inPanel('time', transport)
  )
  const below = inPanel('tables', drawer)
  const words = inPanel('outcome', told)
  return (
    <>
      <div className={styles.picture}>
        {isWide ? [above, drawn, time, below] : [beside, drawn, time, words, above]}
      </div>
      <div className={styles.panel} data-accompanied={companion ? '' : undefined}>
        {isWide && beside}
        {panel}
        {isWide && words}
      </div>
      {!isWide && below}
    </>
  )
}

const inPanel = (name: PanelName, part: ReactNode) => (
  <Panel key={name} name={name}>
    <Boundary>{part}</Boundary>
  </Panel>
)
