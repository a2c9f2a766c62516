import { useEffect, useRef, useState } from 'react'
import type { Trace } from '../../core/descent/trace.ts'
import { descentOf, type PreparedMap } from '../../core/maps/prepareMap.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { follow } from '../../state/lab/pieces.ts'
import type { MapPixel } from './names.ts'

interface Pointed {
  readonly map: PreparedMap
  readonly at: MapPixel
}

/** The run at the pixel that someone points at. Each is run to its end; of those that come meanwhile only the last. */
export function usePreview(engine: Lab['engine'], pointed: Pointed | undefined): Trace | undefined {
  const [trace, show] = useState<Trace>()
  const next = useRef<Pointed>(undefined)
  const leave = useRef<() => void>(undefined)
  const place = pointed && `${pointed.at}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place says where someone points
  useEffect(() => {
    next.current = pointed
    const begin = () => {
      const wanted = next.current
      next.current = undefined
      if (!wanted) return
      const experiment = descentOf(wanted.map)(...wanted.at)
      const runs = [wanted.map.prepared.runs.length - 1]
      const goOn = () => {
        leave.current = undefined
        begin()
      }
      // What cannot start there has no path.
      leave.current = follow(engine.run('descend', { experiment, runs }), show, (error) => {
        if (error) show(undefined)
        goOn()
      })
    }
    if (!pointed) show(undefined)
    else if (!leave.current) begin()
  }, [engine, pointed?.map, place])
  useEffect(() => () => leave.current?.(), [])
  return pointed && trace
}
