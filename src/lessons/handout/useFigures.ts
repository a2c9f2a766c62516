import { useCallback, useMemo, useState } from 'react'
import type { Lesson } from '../text/lesson.ts'
import type { Figure } from './drawn.ts'
import { keyOf, type Sheet, sheetsOf, type Wanted, wantedOf } from './sheets.ts'

export type Figures = ReadonlyMap<string, Figure>

interface Drawing {
  readonly sheets: readonly Sheet[]
  /** Those that are there, by their keys. */
  readonly figures: Figures
  /** How many there will be. */
  readonly count: number
  /** The one that is drawn now; none once all are there. */
  readonly next: Wanted | undefined
  readonly note: (wanted: Wanted, figure: Figure) => void
}

/** The figures of a lesson, which come one after the other. */
export function useFigures(lesson: Lesson): Drawing {
  const sheets = useMemo(() => sheetsOf(lesson), [lesson])
  const wanted = useMemo(() => wantedOf(sheets), [sheets])
  const [figures, show] = useState<Figures>(new Map())
  const note = useCallback(
    (it: Wanted, figure: Figure) => show((before) => new Map(before).set(keyOf(it), figure)),
    [],
  )
  const next = wanted.find((it) => !figures.has(keyOf(it)))
  return { sheets, figures, count: wanted.length, next, note }
}
