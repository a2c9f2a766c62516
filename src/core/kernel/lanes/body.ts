// What the function of lanes does, from the first round to the last.
import { get, loop, plain } from '../../wasm.ts'
import type { LaneInstruction } from './contracted.ts'
import { inModule, isInside } from './elementary/inPictures.ts'
import type { LaneRound } from './registers.ts'
import {
  computed,
  type Frame,
  fromMemory,
  inTheLast,
  onwards,
  read,
  toMemory,
  writtenDown,
} from './round.ts'

interface Parts {
  readonly once: readonly LaneInstruction[]
  readonly each: readonly LaneInstruction[]
  readonly last: readonly LaneInstruction[]
  readonly given: readonly number[]
}

interface Ground {
  readonly frame: Omit<Frame, 'inside'>
  readonly isPicture: boolean
  /** The first local that is free. */
  readonly free: number
}

/** What the function does, and how many locals besides its registers that takes. */
export function bodyOf(
  round: LaneRound,
  parts: Parts,
  { frame: plainFrame, isPicture, free }: Ground,
) {
  let used = 0
  const { lanes } = plainFrame.breadth
  const inside: Frame['inside'] = (operation, place, elsewhere) => {
    if (!isInside(operation, isPicture)) return undefined
    const made = inModule(operation, place, { lanes, first: free, elsewhere })
    used = Math.max(used, made.used)
    return made.code
  }
  const frame = { ...plainFrame, inside }
  const computing = (some: readonly LaneInstruction[]) => computed(some, frame)
  const body = [
    ...parts.given.flatMap((register) => fromMemory(register, frame)),
    ...[...computing(parts.once), ...loop],
    ...[...read(round, frame), ...computing(parts.each), ...writtenDown(round, frame)],
    ...inTheLast(round, [...computing(parts.last), ...leaving(round.left, frame)], frame),
    ...onwards(round, frame),
    plain.end,
    ...leaving(new Set(round.moved.map(({ to }) => to)), frame),
    ...get(frame.done),
  ]
  return { body, used }
}

const leaving = (registers: Iterable<number>, frame: Frame) =>
  [...registers].flatMap((register) => toMemory(register, frame))
