// core/kernel/lanes/elementary/: functions such as sin on vectors, without calling anyone: in double precision many have the
// interpreter's very bits, the others are for pictures.
//
// Which operations there are; how far off they are says the table of operations.
import { type Operation, operations } from '../../../language/operations.ts'
import type { Lanes } from '../../../networks/emitted/lanes.ts'
import { block, get, leaveIf, plain, set } from '../../../wasm.ts'
import { cos, farthest, sin, tan } from './circular.ts'
import { cosh, exp, ln, log10, sigmoid, silu, softplus, tanh } from './exponential.ts'
import { type Code, type Scribe, scribeOf } from './scribe.ts'

type Way = (s: Scribe, a: Code) => Code

const circular: Partial<Record<Operation, Way>> = {
  ...{ sin, cos, tan },
  sec: (s, a) => s.div(s.number(1), cos(s, a)),
}
const ways: Partial<Record<Operation, Way>> = {
  ...circular,
  ...{ exp, ln, log10, tanh, cosh, sigmoid, silu, softplus },
}

/** How it is computed, for whoever writes that down. */
export const wayOf = (operation: Operation): Way | undefined => ways[operation]

export const isInPictures = (operation: Operation): boolean => operation in ways

/** Whether a module computes it itself: in double precision and to the last bit, unless it is for a picture. */
export const isInside = (operation: Operation, isPicture: boolean): boolean =>
  isInPictures(operation) && (isPicture || operations[operation].off?.[1] === 0)

/** Whether what is far from 0 has to be asked elsewhere. */
export const asksElsewhere = (operation: Operation): boolean => operation in circular

interface Place {
  readonly lanes: Lanes
  /** The first local that is free. */
  readonly first: number
  /** Its result from elsewhere. */
  readonly elsewhere: () => Code
}

/**
 * An operation on the vector of a local.
 * @param to the local of its result
 * @returns instructions, and how many locals they take
 */
export function inModule(
  operation: Operation,
  [from, to]: readonly [number, number],
  { lanes, first, elsewhere }: Place,
): { readonly code: Code; readonly used: number } {
  const s = scribeOf(lanes, first)
  const result = ways[operation]?.(s, get(from)) ?? []
  const isFar = s.anySet(s.gt(s.abs(get(from)), s.number(farthest[lanes.kind])))
  const far = [
    ...block,
    ...isFar,
    plain.isZero,
    ...leaveIf(0),
    ...elsewhere(),
    ...set(to),
    plain.end,
  ]
  const code = [...s.body, ...result, ...set(to), ...(asksElsewhere(operation) ? far : [])]
  return { code, used: s.used() }
}
