// ui/parts/: parts of the page that come later: what does not arrive or fails says so, and the rest goes on.
import {
  type ComponentType,
  lazy,
  Suspense,
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
  const Whole = lazy(async () => {
    const component = await coming.whole()
    await turn()
    return { default: component }
  })
  return function Part(props: P) {
    return (
      <Boundary>
        <Suspense fallback={<Late of={coming} place={place} />}>
          <Whole {...props} />
        </Suspense>
      </Boundary>
    )
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
    let isLeft = false
    const take = async () => {
      const it = await whole()
      await turn()
      if (!isLeft) show(() => it)
    }
    if (!arrived && isNeeded) void take()
    return () => {
      isLeft = true
    }
  }, [arrived, whole, isNeeded])
  return arrived
}
