// ui/parts/: parts of the page that come later: what does not arrive or fails says so, and the rest goes on.
import {
  type ComponentType,
  startTransition,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { type Arrival, arrival, hurry } from './arrival.ts'
import { Boundary } from './Boundary.tsx'
import { Said } from './Said.tsx'
import { turn } from './turns.ts'

/**
 * A component that comes when it is first shown. Until then its place, a class, is kept free; when it does not load, a
 * sentence stands there; and what its own code fails at goes no further than to its edge.
 */
export function part<P extends object>(
  get: () => Promise<ComponentType<P>>,
  place?: string,
): ComponentType<P> {
  const coming = arrival(get)
  return function Part(props: P) {
    // Not by Suspense, which shows whatever has come within a third of a second at once: that holds the page.
    const Whole = useArrived(coming)
    return <Boundary>{Whole ? <Whole {...props} /> : <Late of={coming} place={place} />}</Boundary>
  }
}

interface LateProps {
  readonly of: Arrival<unknown>
  readonly place?: string | undefined
}

/** Browsers of before 2026 remember what failed: there, trying again so often is in vain. */
const stubborn = 3

/** Says that something did not load. */
export function Late({ of: coming, place }: LateProps) {
  const lateness = useSyncExternalStore(coming.watch, coming.lateness)
  const said = lateness > 0 && (
    <Said onAgain={hurry}>
      This part did not load.
      {lateness >= stubborn && navigator.onLine && ' If it stays away, reload the page.'}
    </Said>
  )
  return place ? <div className={place}>{said}</div> : said
}

/** Something once it is here, and whoever was before has been painted with it. */
export function useArrived<T>({ whole, here }: Arrival<T>, isNeeded = true): T | undefined {
  const [arrived, show] = useState(here)
  useEffect(() => {
    if (!arrived && isNeeded) return inTurn(whole(), show)
  }, [arrived, whole, isNeeded])
  return arrived
}

/** How many of so many may be shown by now, one a turn once it may be; when all are, whatever else there is too. */
export function useTurns(isReady: boolean, all: number): number {
  const [past, show] = useState(0)
  useEffect(() => {
    if (isReady && past < all) return inTurn(past + 1 < all ? past + 1 : Infinity, show)
  }, [isReady, past, all])
  return past
}

/** Shows what comes when it is its turn, in pieces, between which the page answers. @returns what ends the wait */
function inTurn<T>(coming: T | Promise<T>, show: (made: () => T) => void): () => void {
  let isLeft = false
  const take = async () => {
    const it = await coming
    await turn()
    if (!isLeft) startTransition(() => show(() => it))
  }
  void take()
  return () => {
    isLeft = true
  }
}
