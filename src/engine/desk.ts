// Memory that two workers share, one of which computes halves of batches for the other. Both may wait there: neither has
// anything else to do, and what is waited for takes milliseconds.
import { sizeOf } from '../core/networks/network.ts'
import { helperFor } from '../core/networks/training/helping.ts'
import type { HalfWork, Partner } from '../core/networks/training/partner.ts'

/** What a worker is told whose help is wanted. */
export interface Desk {
  readonly work: HalfWork
  readonly memory: SharedArrayBuffer
}

/** What stands in the first place: nobody has come yet, nothing is asked, or a half is. */
const states = { nobody: 0, free: 1, asked: 2 } as const

const bytes = { head: 32, float: 4 }

const sizesOf = ({ architecture, rows, targets }: HalfWork) => {
  const parameters = sizeOf(architecture)
  return [parameters, parameters, rows * architecture.inputs, rows * targets] as const
}

/** @throws RangeError where there is not so much memory */
export function deskFor(work: HalfWork): Desk {
  const floats = sizesOf(work).reduce((sum, size) => sum + size, 0)
  return { work, memory: new SharedArrayBuffer(bytes.head + bytes.float * floats) }
}

/** What lies where. */
function laidOut({ work, memory }: Desk) {
  let at = bytes.head
  const next = (size: number) => {
    const own = new Float32Array(memory, at, size)
    at += bytes.float * size
    return own
  }
  const [parameters, gradient, x, targets] = sizesOf(work)
  return {
    /** The state, and the rows of the half. */
    head: new Int32Array(memory, 0, 2),
    /** Loss and accuracy. */
    found: new Float64Array(memory, 8, 2),
    parameters: next(parameters),
    gradient: next(gradient),
    x: next(x),
    targets: next(targets),
  }
}

export interface Leading extends Partner {
  /** Nobody is asked any more. */
  close(): void
  isOpen(): boolean
  /** Whether someone has come to help. */
  isHere(): boolean
}

interface Patience {
  /** How often one looks before one lies down to wait: waking up takes longer than most answers are late. */
  readonly looks: number
  /** How long one waits (ms); whoever has not answered then is given up. */
  readonly time: number
}

/** So that a worker that does everything itself after all still answers in time. */
const usual: Patience = { looks: 2000, time: 500 }

/**
 * The side that asks.
 * @param leave is told when nobody is waited for any more
 */
export function leadAt(desk: Desk, leave: () => void, { looks, time }: Patience = usual): Leading {
  const { head, found, ...own } = laidOut(desk)
  const answer = { loss: Number.NaN, accuracy: Number.NaN, gradient: own.gradient }
  let isOpen = true
  const close = () => {
    if (!isOpen) return
    isOpen = false
    leave()
  }
  return {
    close,
    isOpen: () => isOpen,
    isHere: () => isOpen && Atomics.load(head, 0) !== states.nobody,
    begin(parameters, { x, targets, rows }) {
      if (!isOpen || Atomics.load(head, 0) !== states.free) return false
      own.parameters.set(parameters)
      own.x.set(x)
      own.targets.set(targets)
      head[1] = rows
      Atomics.store(head, 0, states.asked)
      Atomics.notify(head, 0)
      return true
    },
    finish() {
      for (let k = 0; k < looks && Atomics.load(head, 0) === states.asked; k++);
      if (Atomics.load(head, 0) === states.asked) Atomics.wait(head, 0, states.asked, time)
      if (Atomics.load(head, 0) === states.asked) {
        close()
        return undefined
      }
      answer.loss = found[0] as number
      answer.accuracy = found[1] as number
      return answer
    },
  }
}

/** Comes to a desk. @returns computes what is asked, if anything is; nothing where this one is of no help */
export function helpAt(desk: Desk): (() => void) | undefined {
  const helper = helperFor(desk.work)
  if (!helper) return undefined
  const { head, found, parameters, gradient, x, targets } = laidOut(desk)
  const half = { x, targets, rows: 0 }
  Atomics.store(head, 0, states.free)
  return () => {
    if (Atomics.load(head, 0) !== states.asked) return
    helper.parameters.set(parameters)
    half.rows = head[1] as number
    const came = helper.slope(half)
    found[0] = came.loss
    found[1] = came.accuracy
    gradient.set(came.gradient)
    Atomics.store(head, 0, states.free)
    Atomics.notify(head, 0)
  }
}

/** Computes whatever is asked at a desk, for as long as this worker lives. */
export function attend(desk: Desk): void {
  const answer = helpAt(desk)
  const { head } = laidOut(desk)
  for (; answer; answer()) Atomics.wait(head, 0, states.free)
}
