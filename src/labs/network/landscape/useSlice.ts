import { useCallback, useEffect, useRef, useState } from 'react'
import type { Lab } from '../../../state/lab/lab.ts'
import { follow } from '../../../state/lab/pieces.ts'

type Engine = Lab['engine']
const ask = (engine: Engine, spec: Parameters<typeof engine.run<'networkSlice'>>[1]) =>
  engine.run('networkSlice', spec)

/** What the worker is asked for. */
export type SliceSpec = Parameters<typeof ask>[1]
/** What is known of a slice. */
export type Slice = ReturnType<typeof ask> extends AsyncGenerator<infer Chunk> ? Chunk : never

interface Computing {
  readonly slice: Slice | undefined
  /** Of what is computed; nothing while nobody computes. */
  readonly share: number | undefined
  /** What went wrong. */
  readonly problem: string | undefined
  /** Computes a slice; another one that is on its way is left. */
  readonly compute: (spec: SliceSpec) => void
  /** What is known so far stays. */
  readonly cancel: () => void
}

const nothing = { slice: undefined, share: undefined, problem: undefined }

/** A slice as it is computed; whoever leaves the page leaves it too. */
export function useSlice(engine: Engine): Computing {
  const [state, show] = useState<Pick<Computing, 'slice' | 'share' | 'problem'>>(nothing)
  const leave = useRef<() => void>(undefined)
  useEffect(() => () => leave.current?.(), [])
  const compute = useCallback(
    (spec: SliceSpec) => {
      leave.current?.()
      show({ ...nothing, share: 0 })
      leave.current = follow(
        ask(engine, spec),
        (piece) =>
          show(({ slice }) => ({
            // Heights come only when they have changed.
            slice: { ...slice, ...piece },
            share: piece.share,
            problem: undefined,
          })),
        (error) =>
          show(({ slice }) => ({
            slice,
            share: undefined,
            problem: error instanceof Error ? error.message : undefined,
          })),
      )
    },
    [engine],
  )
  const cancel = useCallback(() => {
    leave.current?.()
    show(({ slice }) => ({ ...nothing, slice }))
  }, [])
  return { ...state, compute, cancel }
}
