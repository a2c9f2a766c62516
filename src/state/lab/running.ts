// How an experiment comes to be shown: whole, or growing, or at once.
import { runsTheSame } from '../../core/experiment/part.ts'
import type { Inside } from './inside.ts'
import { follow } from './pieces.ts'

type Show<S> = (piece: S, isGrowing: boolean) => void

interface Runner {
  /** Starts the run of the experiment that is asked for, unless it runs or has run. */
  start(): void
  /** Leaves what still grows, or may be asked for more: nobody looks. */
  rest(): void
}

/** Makes what runs experiments. Latest wins: the run before is left, which cancels its job. */
export function createRunner<E, P, S, O>(inside: Inside<E, P, S, O>): Runner {
  const { kind, engine, store, get, set } = inside
  let leave: () => void = () => undefined
  /** What runs or has run, unless that has failed. */
  let started: E | undefined
  const end = (error?: unknown) => {
    if (error === undefined) return set({ growing: false })
    started = undefined
    set({ growing: false, problems: [error instanceof Error ? error.message : String(error)] })
  }
  const start = () => {
    const { experiment, prepared, growing } = get()
    if (started && runsTheSame(kind.parts, started, experiment)) return
    leave()
    leave = () => undefined
    started = experiment
    if (growing) set({ growing: false })
    const show = showing(inside)
    const pieces = kind.run(engine, experiment, prepared, store)
    if (Symbol.asyncIterator in pieces)
      leave = follow(pieces[Symbol.asyncIterator](), (piece) => show(piece, true), end)
    else for (const piece of pieces) show(piece, false)
  }
  const rest = () => {
    if (!get().growing && !kind.rest) return
    leave()
    leave = () => undefined
    started = undefined
    kind.rest?.(engine)
  }
  return { start, rest }
}

/**
 * Makes what shows the pieces of one run. The playhead stays where it was, or goes there as soon as that is reached; who
 * plays and has caught up with what grows goes on with it.
 */
function showing<E, P, S, O>({ kind, get, set }: Inside<E, P, S, O>): Show<S> {
  const { experiment, prepared, playhead } = get()
  let [wanted, placed, end] = [playhead, playhead, Number.POSITIVE_INFINITY]
  return (piece, isGrowing) => {
    const { playhead: now, playing } = get()
    const last = kind.last(piece)
    // Someone has moved it since.
    if (now !== placed) wanted = now
    if (playing && now >= end) wanted = last
    placed = Math.min(wanted, last)
    end = last
    const reach = kind.reach?.(piece) ?? last
    // Of what tells how far it is, that is known.
    const growing = isGrowing && !(kind.reach && reach >= last)
    set({ shown: { ...piece, experiment, prepared, last, reach }, playhead: placed, growing })
  }
}
