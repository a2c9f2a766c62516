import { useEffect, useRef, useState } from 'react'
import type { Region } from '../../core/landscape/landscape.ts'
import { useDescentLab } from '../../panels/lab/descents.ts'
import type { Lab } from '../../state/lab/lab.ts'
import { follow } from '../../state/lab/pieces.ts'

type Engine = Lab['engine']
type Answers = ReturnType<typeof ask> extends AsyncGenerator<infer Chunk> ? Chunk : never
export interface Seen {
  readonly landscape: Answers['landscape']
  readonly critical: Answers['critical']
}

/** What the worker is asked for. */
interface Wanted {
  readonly f: string
  readonly params: Readonly<Record<string, number>>
  readonly region: Region
}

const ask = (engine: Engine, wanted: Wanted) => engine.run('landscape', wanted)

/** The heights of a function in view; those of before while new ones are computed. Of many wishes only the last is met. */
export function useLandscape(
  { f, params }: Omit<Wanted, 'region'>,
  region: Region | undefined,
): Seen | undefined {
  const { engine } = useDescentLab()
  const [seen, show] = useState<{ readonly of: string; readonly seen: Seen }>()
  const wishes = useRef<Wishes>(undefined)
  useEffect(() => {
    const own = wishesFor(engine, (wanted, pass) => show({ of: keyOf(wanted), seen: pass }))
    wishes.current = own
    return own.end
  }, [engine])
  const key = keyOf({ f, params })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the function
  useEffect(() => {
    if (region) wishes.current?.wish({ f, params, region })
  }, [engine, key, region?.x.join(), region?.y.join()])
  // Another function's heights would be a lie, except while its own parameter is turned.
  return seen && (seen.of === key || JSON.parse(seen.of)[0] === f) ? seen.seen : undefined
}

const keyOf = ({ f, params }: Omit<Wanted, 'region'>) => JSON.stringify([f, params])

type Wishes = ReturnType<typeof wishesFor>

/** Meets a wish at least once, however soon the next one comes; of those that come meanwhile only the last. */
function wishesFor(engine: Engine, show: (wanted: Wanted, pass: Seen) => void) {
  let latest: Wanted | undefined
  let leave: (() => void) | undefined
  const begin = (wanted: Wanted) => {
    const goOn = () => {
      if (latest && latest !== wanted) begin(latest)
    }
    leave?.()
    leave = follow(
      ask(engine, wanted),
      (pass) => {
        show(wanted, pass)
        goOn()
      },
      () => {
        leave = undefined
        goOn()
      },
    )
  }
  return {
    wish(wanted: Wanted) {
      latest = wanted
      // What is in the way of one may not be in the way of the next.
      if (!leave || engine.store.getState().trouble) begin(wanted)
    },
    end() {
      leave?.()
      leave = undefined
      latest = undefined
    },
  }
}
