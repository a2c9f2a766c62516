// The places beside the labs, one row each; each comes when someone goes there.
import { type ComponentType, useLayoutEffect, useState } from 'react'
import type { Engine } from '../engine/client.ts'
import { createStage, type Stage } from '../scenes/stage.ts'
import { part } from '../ui/parts/Part.tsx'
import { labs } from './labs.ts'
import type { PlaceId } from './places.ts'

export interface Visit {
  /** Where labs stand that are not the visitor's own. */
  readonly stage: Stage
  /** One more such place. */
  readonly anotherStage: () => Stage
  /** Opens what someone chose: an experiment, or a lesson. */
  readonly openFile: (file: File) => Promise<void>
}

/** A page that comes; then what stood in its place goes. */
const page = (get: () => Promise<ComponentType<Visit>>) =>
  part(async () => {
    const View = await get()
    return (visit: Visit) => {
      useLayoutEffect(() => {
        document.body.dataset.place = ''
        return () => {
          delete document.body.dataset.place
        }
      }, [])
      return <View {...visit} />
    }
  })

const views: Readonly<Record<PlaceId, ComponentType<Visit>>> = {
  '': page(async () => (await import('./home/Home.tsx')).Home),
  lessons: page(async () => (await import('../lessons/Lessons.tsx')).Lessons),
  present: page(async () => (await import('../presenting/Present.tsx')).Present),
}

interface Props extends Pick<Visit, 'openFile'> {
  readonly place: PlaceId
  readonly engine: Engine
}

/** What stands at a place. */
export function Elsewhere({ place, engine, openFile }: Props) {
  const anotherStage = () => createStage(labs, engine)
  const [stage] = useState(anotherStage)
  const View = views[place]
  return <View {...{ stage, anotherStage, openFile }} />
}
