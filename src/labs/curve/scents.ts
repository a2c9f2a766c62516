// What the sliders' tracks show for a run: computed in a worker of its own, anew whenever something else is asked for.
import { useEffect, useState } from 'react'
import type { Hyper } from '../../core/hyper.ts'
import { compileFunction } from '../../core/language/program.ts'
import { type Bound, boundOf } from '../../core/runs/bounds.ts'
import type { Prepared, Run } from '../../core/runs/prepare.ts'
import type { ScentSpec, Verdict } from '../../core/runs/scent.ts'
import { alone, numericHypers, turning } from '../../core/runs/tuning.ts'
import type { Lab } from '../../state/lab.ts'
import { sliderScale } from '../../ui/scale.ts'
import type { Course, Scent } from '../../ui/scent.ts'
import { useLab } from './lab.ts'
import { afterFrame, resting, useShownLater } from './later.ts'

type Scents = ReadonlyMap<string, Scent>

const none: Scents = new Map()

/** What is known so far of every numeric hyper-parameter of a run, by the names of its settings; nothing unless wanted. */
export function useScents(run: number, isWanted: boolean): Scents {
  const lab = useLab()
  const [scents, show] = useState(none)
  useEffect(() => (isWanted ? follow(lab, run, show) : undefined), [lab, run, isWanted])
  return isWanted ? scents : none
}

/** The stability bound of a run's learning rate. The same object while it is the same. */
export function useBound(index: number): Bound | undefined {
  const { prepared, traces } = useShownLater(afterFrame)
  const run = prepared.runs[index]
  const bound = run && boundOf(prepared, run, traces[index])
  const [kept, keep] = useState(bound)
  const same = kept?.value === bound?.value && kept?.law === bound?.law
  if (!same) keep(bound)
  return same ? kept : bound
}

/** A slider's scent that is asked for. */
interface Wanted {
  /** The same for the same scent: it does not hold the value of the slider itself. */
  readonly key: string
  readonly spec: ScentSpec
  readonly course: Course
}

const samples = 49

function valuesOf({ kind }: Hyper): number[] {
  const { min, max, value } = sliderScale(kind)
  const values = Array.from({ length: samples }, (_, i) => {
    const at = value(min + ((max - min) * i) / (samples - 1))
    return kind.whole ? Math.round(at) : at
  })
  return [...new Set(values)]
}

function wantedBy({ store }: Lab, index: number): Map<string, Wanted> {
  const { experiment, prepared } = store.getState()
  const run: Run | undefined = prepared.runs[index]
  if (!run) return new Map()
  const { lab: _, ...own } = alone(experiment, index)
  const course = courseOf(prepared)
  const last = (own.runs?.length ?? 1) - 1
  return new Map(
    [...numericHypers(run)].map(([name, hyper]) => [
      name,
      {
        key: JSON.stringify([name, turning(own, last, name, run)(0)]),
        spec: { experiment: own, run: last, name, values: valuesOf(hyper) },
        course,
      },
    ]),
  )
}

function courseOf({ loss, start, steps }: Prepared): Course {
  const f = compileFunction(loss.expression, loss.variables)
  const to = loss.minima.length ? Math.min(...loss.minima.map((at) => f(...at))) : undefined
  return { steps, from: f(...start), to }
}

/** Scents of before, for undo and for the slider that is dragged: its own value changes nothing on its track. */
const known = new Map<string, readonly Verdict[]>()
const mostKnown = 100

function remember(key: string, verdicts: readonly Verdict[]): void {
  known.delete(key)
  known.set(key, verdicts)
  if (known.size > mostKnown) known.delete(known.keys().next().value as string)
}

/** While something is dragged, tracks are renewed so often (ms). */
const pace = resting(60, 250)
/** So long (ms) an old track is kept rather than replaced by a rough new one. */
const patience = 120

/** Keeps the scents of a run up to date. Returns what ends that. */
function follow(lab: Lab, index: number, show: (scents: Scents) => void): () => void {
  let scents = none
  let wanted: ReadonlyMap<string, Wanted> = new Map()
  let latest = 0
  const [marking, renewing] = [afterFrame(), pace()]

  const put = (name: string, scent: Scent) => {
    scents = new Map(scents).set(name, scent)
    show(scents)
  }
  /** Takes over what is known, and marks the rest as old. */
  const mark = () => {
    wanted = wantedBy(lab, index)
    const marked = [...wanted].flatMap(([name, { key, course }]): [string, Scent][] => {
      const verdicts = known.get(key)
      const old = scents.get(name)
      const isFresh = verdicts !== undefined
      if (old && old.isFresh === isFresh && (!isFresh || old.verdicts === verdicts))
        return [[name, old]]
      if (verdicts) return [[name, { verdicts, course, isFresh }]]
      return old ? [[name, { ...old, isFresh }]] : []
    })
    const same =
      marked.length === scents.size && marked.every(([name, scent]) => scents.get(name) === scent)
    if (same) return
    scents = new Map(marked)
    show(scents)
  }
  const isOpen = ([, { key }]: readonly [string, Wanted]) => !known.has(key)
  const renew = async () => {
    const mine = ++latest
    mark()
    for (;;) {
      const open = [...wanted].filter(isOpen)
      const next = open.find(([name]) => name === focusedName()) ?? open[0]
      if (!next) return
      const [name, { key, spec, course }] = next
      const begun = performance.now()
      let verdicts: readonly Verdict[] = []
      for await (const pass of lab.scenting.run('scent', spec)) {
        if (mine !== latest) return
        verdicts = [...verdicts, ...pass]
        const isRough = scents.has(name) && performance.now() - begun < patience
        if (!isRough) put(name, { verdicts, course, isFresh: true })
      }
      if (mine !== latest) return
      remember(key, verdicts)
      put(name, { verdicts, course, isFresh: true })
    }
  }
  const update = () => {
    latest++
    marking.next(mark)
    renewing.next(() => void renew().catch(() => undefined))
  }
  const unsubscribe = lab.store.subscribe((state, before) => {
    if (state.prepared !== before.prepared) update()
  })
  update()
  return () => {
    unsubscribe()
    latest++
    marking.stop()
    renewing.stop()
  }
}

/** The slider that someone is at comes first. */
const focusedName = () =>
  document.activeElement?.closest('[data-name]')?.getAttribute('data-name') ?? undefined
