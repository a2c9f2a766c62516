// panels/: what stands around a plot, by its place on the page; panels read the store and call the lab’s functions.
//
// What stands around the plot of every lab that shows descents: function, transport, tables, rule and racers.
import {
  Fragment,
  type ReactNode,
  startTransition,
  useEffect,
  useId,
  useLayoutEffect,
  useState,
} from 'react'
import type { DescentLab } from '../state/descents/descents.ts'
import { katex } from '../ui/formula/katex.ts'
import { useLight } from '../ui/light.ts'
import { useMedia, wide } from '../ui/media.ts'
import { Boundary, Renewal } from '../ui/parts/Boundary.tsx'
import { part } from '../ui/parts/Part.tsx'
import { Place, placeAttribute } from '../ui/place.tsx'
import { SpeakerContext } from '../ui/typing.ts'
import styles from './Frame.module.css'
import { FunctionBar } from './function/FunctionBar.tsx'
import { DescentContext } from './lab/descents.ts'
import { LabContext, useLabState } from './lab/labContext.ts'
import { Clock } from './time/Clock.tsx'
import { DescentTransport } from './time/DescentTransport.tsx'

/** Controls, tables and charts come after the first picture, and formulas with KaTeX. */
const later = () => import('./later.ts')
const RunPanel = part(async () => (await later()).RunPanel, styles.formulas)
const Drawer = part(async () => (await later()).Drawer, styles.drawer)
const UpdateRule = part(async () => (await later()).UpdateRule, styles.formulas)
const OutcomePanel = part(async () => (await later()).OutcomePanel, styles.outcome)

interface Props {
  readonly lab: DescentLab
  readonly plot: ReactNode
  /** What only this lab has: charts in the drawer. */
  readonly charts?: ReactNode
  /** Words below the controls. */
  readonly notes?: ReactNode
}

/** A lab around its plot. */
export function Frame({ lab, ...parts }: Props) {
  return (
    <LabContext value={lab}>
      <DescentContext value={lab}>
        <SpeakerContext value={lab}>
          <Clock lab={lab} />
          <Parts {...parts} />
        </SpeakerContext>
      </DescentContext>
    </LabContext>
  )
}

type Parted = Omit<Props, 'lab'>

function Parts(parts: Parted) {
  const shown = useLabState((state) => state.shown)
  const place = useId()
  const light = useLight(place)
  if (!useReady(shown, place)) return null
  return (
    <Renewal value={shown}>
      <Place value={place}>
        <div className={styles.lab} {...{ [placeAttribute]: place }} {...light}>
          <Arranged {...parts} />
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

/** Each part in its place. In one column the order is that of the page itself, so that the keyboard follows the eye. */
function Arranged({ plot, charts, notes }: Parted) {
  const isWide = useMedia(wide)
  const bar = (
    <Boundary key="function">
      <FunctionBar />
    </Boundary>
  )
  const picture = <Boundary key="plot">{plot}</Boundary>
  const transport = (
    <Boundary key="transport">
      <DescentTransport />
    </Boundary>
  )
  const drawer = <Drawer key="drawer" charts={charts} />
  const told = (
    <Fragment key="told">
      {notes}
      <OutcomePanel />
    </Fragment>
  )
  return (
    <>
      <div className={styles.picture}>
        {isWide ? [bar, picture, transport, drawer] : [picture, transport, told, bar]}
      </div>
      <div className={styles.panel}>
        <UpdateRule />
        <RunPanel />
        {isWide && told}
      </div>
      {!isWide && drawer}
    </>
  )
}
