// What the sliders' tracks show for a run: computed in a worker of its own, anew whenever something else is asked for.
import { useEffect, useState } from 'react'
import type { ScentSpec, Verdict } from '../../core/studies/scent.ts'
import type { DescentLab } from '../../state/descents/descents.ts'
import type { Scent } from '../../ui/slider/scentTrack.ts'
import { useDescentLab } from '../lab/descents.ts'
import { afterFrame, resting } from '../lab/pace.ts'
import { knownScent, remember, type Wanted, wantedBy } from './wantedScents.ts'

type Scents = ReadonlyMap<string, Scent>
type AllWanted = ReadonlyMap<string, Wanted>

const none: Scents = new Map()

/** What is known so far of every numeric hyper-parameter of a run, by the names of its settings; nothing unless wanted. */
export function useScents(run: number, isWanted: boolean): Scents {
  const lab = useDescentLab()
  const [scents, show] = useState(none)
  useEffect(() => (isWanted ? follow(lab, run, show) : undefined), [lab, run, isWanted])
  return isWanted ? scents : none
}

/** Tracks are renewed whenever a drag pauses (ms), however long it takes: so they cost the drag itself nothing. */
const pace = resting(160, Number.POSITIVE_INFINITY)
/** So long (ms) an old track is kept rather than replaced by a rough new one. */
const patience = 120

/** Keeps the scents of a run up to date. Returns what ends that. */
function follow(lab: DescentLab, index: number, show: (scents: Scents) => void): () => void {
  const tracks = tracksFor(show)
  const [marking, renewing] = [afterFrame(), pace()]
  let latest = 0
  let leave = () => {}
  let isMarked = false
  const mark = () => {
    isMarked = true
    const wanted = wantedBy(lab, index)
    tracks.mark(wanted)
    return wanted
  }
  const ask = (spec: ScentSpec) => {
    const job = lab.engine.run('scent', spec)
    leave = () => void job.return()
    return job
  }
  const end = () => {
    latest++
    leave()
  }
  const renewAll = () => {
    const mine = ++latest
    renew(ask, mark(), tracks, () => mine === latest).catch(() => undefined)
    isMarked = false
  }
  const update = () => {
    end()
    // Once for each drag: what is old then stays old until it pauses.
    if (!isMarked) marking.next(mark)
    renewing.next(renewAll)
  }
  const unsubscribe = lab.store.subscribe((state, before) => {
    if (state.prepared !== before.prepared) update()
  })
  update()
  return () => {
    unsubscribe()
    end()
    marking.stop()
    renewing.stop()
  }
}

type Tracks = ReturnType<typeof tracksFor>

/** The tracks as they are shown. */
function tracksFor(show: (scents: Scents) => void) {
  let scents = none
  const set = (next: Scents) => {
    scents = next
    show(next)
  }
  return {
    has: (name: string) => scents.has(name),
    put: (name: string, scent: Scent) => set(new Map(scents).set(name, scent)),
    /** Takes over what is known, and marks the rest as old. */
    mark(wanted: AllWanted) {
      const next = marked(scents, wanted)
      const isSame =
        next.size === scents.size && [...next].every(([name, s]) => scents.get(name) === s)
      if (!isSame) set(next)
    },
  }
}

function marked(scents: Scents, wanted: AllWanted): Scents {
  return new Map(
    [...wanted].flatMap(([name, { key, course }]): [string, Scent][] => {
      const verdicts = knownScent(key)
      const old = scents.get(name)
      if (verdicts) {
        const isShown = old?.isFresh && old.verdicts === verdicts
        return [[name, isShown ? old : { verdicts, course, isFresh: true }]]
      }
      return old ? [[name, old.isFresh ? { ...old, isFresh: false } : old]] : []
    }),
  )
}

/** Asks for what is not known yet, one slider after the other. */
async function renew(
  ask: (spec: ScentSpec) => AsyncIterable<readonly Verdict[]>,
  wanted: AllWanted,
  tracks: Tracks,
  isCurrent: () => boolean,
): Promise<void> {
  for (let next = firstOpen(wanted); next; next = firstOpen(wanted)) {
    const [name, { key, spec, course }] = next
    const begun = performance.now()
    let verdicts: readonly Verdict[] = []
    for await (const pass of ask(spec)) {
      if (!isCurrent()) return
      verdicts = [...verdicts, ...pass]
      const waits = tracks.has(name) && performance.now() - begun < patience
      if (!waits) tracks.put(name, { verdicts, course, isFresh: true })
    }
    if (!isCurrent()) return
    remember(key, verdicts)
    tracks.put(name, { verdicts, course, isFresh: true })
  }
}

/** The slider that someone is at comes first. */
function firstOpen(wanted: AllWanted): readonly [string, Wanted] | undefined {
  const open = [...wanted].filter(([, { key }]) => !knownScent(key))
  const focused = document.activeElement?.closest('[data-name]')?.getAttribute('data-name')
  return open.find(([name]) => name === focused) ?? open[0]
}
