import { useEffect, useRef, useState } from 'react'
import type { Region } from '../../core/landscape/landscape.ts'
import { useDescentLab } from '../../panels/lab/descents.ts'
import type { Lab } from '../../state/lab/lab.ts'

/** What the worker is asked for, and what it answers. */
type Job = ReturnType<typeof ask>
type Answers = Job extends AsyncGenerator<infer Chunk> ? Chunk : never
export interface Seen {
  readonly landscape: Answers['landscape']
  readonly critical: Answers['critical']
}

interface Wanted {
  readonly f: string
  readonly params: Readonly<Record<string, number>>
  readonly region: Region
}

const ask = (lab: Lab, wanted: Wanted) => lab.engine.run('landscape', wanted)

/** The heights of a function in view; those of before while new ones are computed. Of many wishes only the last is met. */
export function useLandscape(
  { f, params }: Omit<Wanted, 'region'>,
  region: Region | undefined,
): Seen | undefined {
  const lab = useDescentLab()
  const [seen, show] = useState<{ readonly of: string; readonly seen: Seen }>()
  const latest = useRef<Wanted>(undefined)
  const isBusy = useRef(false)
  const key = JSON.stringify([f, params])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the function
  useEffect(() => {
    if (!region) return
    latest.current = { f, params, region }
    const serve = async () => {
      isBusy.current = true
      for (let wanted = latest.current; wanted; wanted = latest.current) {
        const of = JSON.stringify([wanted.f, wanted.params])
        for await (const pass of ask(lab, wanted)) {
          show({ of, seen: pass })
          if (latest.current !== wanted) break
        }
        if (latest.current === wanted) latest.current = undefined
      }
    }
    if (!isBusy.current)
      serve()
        .catch(() => undefined)
        .finally(() => {
          isBusy.current = false
        })
  }, [lab, key, region?.x.join(), region?.y.join()])
  // Another function's heights would be a lie, except while its own parameter is turned.
  return seen && (seen.of === key || JSON.parse(seen.of)[0] === f) ? seen.seen : undefined
}
