// The places beside the labs, one entry each; each comes when someone goes there.
import type { ComponentType } from 'react'
import type { Stage } from '../scenes/stage.ts'
import { part } from '../ui/parts/Part.tsx'

export interface Visit {
  /** Where labs stand that are not the visitor's own. */
  readonly stage: Stage
  /** Opens what someone chose: an experiment, or a lesson. */
  readonly openFile: (file: File) => Promise<void>
}

interface Place {
  readonly id: string
  readonly View: ComponentType<Visit>
}

export const places: readonly Place[] = [
  { id: '', View: part(async () => (await import('./home/Home.tsx')).Home) },
  { id: 'lessons', View: part(async () => (await import('../lessons/Lessons.tsx')).Lessons) },
]

/** The place that an address names, the home page where it names nothing; none where it speaks of a lab. */
export function placeIn(address: string): string | undefined {
  const [, named = ''] = /^#?\/?([^/?]*)/.exec(address) ?? []
  return places.find(({ id }) => id === named)?.id
}
